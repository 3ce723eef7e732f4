import type { CompareMessages } from '../../react/words/compare.js';
import { thing } from './parts.js';

export const compare: CompareMessages = {
  label: '比較',
  mode: '表示方法',
  sideBySide: '並べて表示',
  slider: 'スライダー',
  mixed: '画像と動画の比較は、並べて表示のみです。',
  side: (side) => (side === 0 ? '1つ目' : '2つ目'),
  alt: ({ kind, side, prompt }) => `${side}：${prompt ?? `生成した${thing(kind)}`}`,
  divider: ({ first, second }) => `「${first}」と「${second}」の表示割合`,
  dividerAt: ({ first, second, percent }) => `「${first}」が${percent}、残りは「${second}」`,
  model: 'モデル',
  price: '料金',
  about: (amount) => `約 ${amount}`,
  time: '所要時間',
  play: '両方を再生',
  pause: '両方を一時停止',
  seek: '両方の動画の再生位置',
  seekAt: ({ at, length }) => `${length}中の${at}`,
};
