import type { FigureMessages } from '../../react/words/figures.js';

const PER = { image: ' pro Bild', turn: ' pro Runde', second: '/s' };

export const figures: FigureMessages = {
  price: ({ amount, precision }) => ({ exact: amount, about: `≈ ${amount}`, most: `bis zu ${amount}` })[precision],
  rate: ({ amount, per, isFrom }) => `${isFrom ? 'ab ' : ''}${amount}${PER[per]}`,
  wait: ({ min, max, isRecent }) => `${isRecent ? 'zuletzt ' : ''}${min === max ? min : `${min}–${max}`} s`,
};
