import type { GenerateMessages } from '../../react/words/generate.js';
import { thing } from './parts.js';

export const generate: GenerateMessages = {
  title: '生成',
  results: '結果',
  choose: 'これを使う',
  chooseOne: (index, count) => `${count}件中${index}件目を使う`,
  close: '閉じる',
  closing: (kind) => `閉じても${thing(kind)}の生成は続きます。完成するとボタンに表示されます。`,
  open: '生成',
  opening: '開いています',
  openFailed: '開けませんでした。もう一度押してください。',
  making: (kind) => `${thing(kind)}を生成中`,
  made: '完成',
  notMade: '生成されず',
  madeNews: (kind) => `${thing(kind)}が完成しました。`,
  notMadeNews: (kind) => `${thing(kind)}は生成されませんでした。開くと理由を確認できます。`,
};
