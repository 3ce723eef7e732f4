/** How well a price is known: to the cent, nearly, or only what it will not exceed. */
export type Precision = 'exact' | 'about' | 'most';

/** Prices and waits as figures, beside a model or in a sum. Amounts and numbers are formatted for the locale already. */
export interface FigureMessages {
  price(facts: { amount: string; precision: Precision }): string;
  /** A rate; `isFrom`: it is the lowest of several. */
  rate(facts: { amount: string; per: 'image' | 'turn' | 'second'; isFrom: boolean }): string;
  /** Seconds that it usually takes. */
  /** `isRecent`: as long as such tasks of this person took that ended last. */
  wait(facts: { min: string; max: string; isRecent?: boolean }): string;
}

const PER = { image: ' an image', turn: ' a turn', second: '/s' };

export const englishFigures: FigureMessages = {
  price: ({ amount, precision }) => ({ exact: amount, about: `≈ ${amount}`, most: `up to ${amount}` })[precision],
  rate: ({ amount, per, isFrom }) => `${isFrom ? 'from ' : ''}${amount}${PER[per]}`,
  wait: ({ min, max, isRecent }) => `${isRecent ? 'recently ' : ''}${min === max ? min : `${min}–${max}`} s`,
};
