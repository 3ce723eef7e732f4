import type { PromptMessages } from '../../react/words/prompts.js';

export const prompts: PromptMessages = {
  open: '保存したプロンプト',
  name: '名前',
  tags: 'タグ（カンマ区切り）',
  save: 'このプロンプトを保存',
  saved: '保存しました',
  notSaved: '保存できませんでした。名前とタグを短くするか、ほかのものを削除してください。',
  notKept: 'このブラウザーでは、ページを閉じるまで保持されます。',
  search: '検索',
  none: '見つかりません',
  recent: '最近',
  remove: (name) => `${name}を削除`,
  removed: (name) => `削除しました: ${name}`,
  taken: (name) => `フォームに入れました: ${name}`,
  undo: '元に戻す',
};
