import type { AssistMessages } from '../../react/words/assist.js';

export const assist: AssistMessages = {
  title: 'プロンプトの手助け',
  improve: '改善する',
  improving: 'プロンプトを改善しています',
  stop: '停止',
  suggestion: '提案されたプロンプト',
  use: 'これを使う',
  keep: '元のまま使う',
  undo: '元に戻す',
};
