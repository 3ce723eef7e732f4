import type { FigureMessages } from '../../react/words/figures.js';

const PER = { image: '枚', turn: '回', second: '秒' };

export const figures: FigureMessages = {
  price: ({ amount, precision }) => ({ exact: amount, about: `約 ${amount}`, most: `最大 ${amount}` })[precision],
  rate: ({ amount, per, isFrom }) => `${amount}/${PER[per]}${isFrom ? 'から' : ''}`,
  wait: ({ min, max, isRecent }) => `${isRecent ? '最近は' : ''}${min === max ? min : `${min}〜${max}`}秒`,
};
