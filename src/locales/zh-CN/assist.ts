import type { AssistMessages } from '../../react/words/assist.js';

export const assist: AssistMessages = {
  title: '提示词帮助',
  improve: '优化',
  improving: '正在优化提示词',
  stop: '停止',
  suggestion: '建议的提示词',
  use: '使用这个',
  keep: '保留我的',
  undo: '撤销',
};
