import type { PromptMessages } from '../../react/words/prompts.js';

export const prompts: PromptMessages = {
  open: '已保存的提示词',
  name: '名称',
  tags: '标签，用逗号分隔',
  save: '保存此提示词',
  saved: '已保存',
  notSaved: '未保存。请缩短名称和标签，或删除其他项。',
  notKept: '此浏览器只保留到页面关闭。',
  search: '搜索',
  none: '未找到',
  recent: '最近',
  remove: (name) => `删除 ${name}`,
  removed: (name) => `已删除：${name}`,
  taken: (name) => `已填入表单：${name}`,
  undo: '撤销',
};
