import type { FigureMessages } from '../../react/words/figures.js';

const PER = { image: '张', turn: '轮', second: '秒' };

export const figures: FigureMessages = {
  price: ({ amount, precision }) => ({ exact: amount, about: `约 ${amount}`, most: `最多 ${amount}` })[precision],
  rate: ({ amount, per, isFrom }) => `${amount}/${PER[per]}${isFrom ? '起' : ''}`,
  wait: ({ min, max, isRecent }) => `${isRecent ? '最近 ' : ''}${min === max ? min : `${min}–${max}`} 秒`,
};
