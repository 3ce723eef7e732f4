import type { FigureMessages } from '../../react/words/figures.js';
import { fact, line } from './isolate.js';

const PER = { image: 'للصورة', turn: 'للجولة', second: 'للثانية' };

export const figures: FigureMessages = {
  price: ({ amount, precision }) => ({ exact: amount, about: line(`≈ ${fact(amount)}`), most: `حتى ${fact(amount)}` })[precision],
  rate: ({ amount, per, isFrom }) => line(`${isFrom ? 'ابتداءً من ' : ''}${fact(amount)} ${PER[per]}`),
  wait: ({ min, max, isRecent }) => `${isRecent ? 'مؤخرًا ' : ''}${min === max ? min : `من ${min} إلى ${max}`} ث`,
};
