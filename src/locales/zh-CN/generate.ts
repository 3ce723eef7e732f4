import type { GenerateMessages } from '../../react/words/generate.js';
import { thing } from './parts.js';

export const generate: GenerateMessages = {
  title: '生成',
  results: '结果',
  choose: '使用',
  chooseOne: (index, count) => `使用第 ${index} 项，共 ${count} 项`,
  close: '关闭',
  closing: (kind) => `您可以关闭此窗口：${thing(kind)}会继续生成，完成后按钮上会有提示。`,
  open: '生成',
  opening: '正在打开',
  openFailed: '未能打开。请再按一次。',
  making: (kind) => `正在生成${thing(kind)}`,
  made: '已完成',
  notMade: '未生成',
  madeNews: (kind) => `您的${thing(kind)}已完成。`,
  notMadeNews: (kind) => `您的${thing(kind)}未能生成。打开可查看原因。`,
};
