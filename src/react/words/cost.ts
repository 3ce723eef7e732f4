import type { Precision } from './figures.js';
import { type GenerationKind, type OutcomeWords, thing } from './parts.js';

/** Amounts, numbers and dates are formatted for the locale already. */
export interface CostMessages {
  label: string;
  /** Of what the price is; `count` is a plain number, for the plural. */
  total(facts: { kind: GenerationKind; count: number; text: string }): string;
  /** How the price is known, in a word. */
  precision(precision: Precision): string;
  /** How the sum is made. */
  sumOfSeconds(facts: { seconds: string; rate: string; fee: string | undefined }): string;
  sumOfImages(facts: { count: string; rate: string }): string;
  sumOfTurn(rate: string): string;
  wait: string;
  /** Above the wait of such tasks of this person that ended last. */
  recentWait: string;
  balanceAfter: string;
  /** While the price is still that of other settings. */
  stale(facts: { isRequired: boolean }): OutcomeWords;
  /** No rate card names the model; `isRequired`: nothing is sent without a price. */
  unpriced(facts: { isRequired: boolean }): OutcomeWords;
  short(missing: string): OutcomeWords;
  topUp: string;
  /** What failing costs, and calling it back: a task can be cancelled, a synchronous image cannot. */
  terms(facts: { isTask: boolean; upTo: string | undefined }): string;
  /** What opens the origin of the price. */
  source: string;
  sourceText(facts: { source: 'built-in' | 'live'; date: string }): string;
  /** Why it is not exact. */
  rangeText(facts: { min: string; max: string }): string;
  /** Above what became of the one that was sent. */
  underWay: string;
  lastRun: string;
  estimated: string;
  estimatedByGateway: string;
  cancelNow: string;
  cancelOnceRunning: string;
  billed: string;
  free: string;
  upTo(amount: string): string;
  someOfIt: string;
  nothing: string;
  notKnownYet: string;
  /** What a screen reader hears once the settings have settled. */
  announce(facts: { total: string; price: string; after: string | undefined; missing: string | undefined }): string;
}

export const englishCost: CostMessages = {
  label: 'Cost',
  total: ({ kind, count, text }) => (count === 1 ? `This ${thing(kind)}` : `These ${text} ${thing(kind)}s`),
  precision: (precision) => ({ exact: 'exact', about: 'about', most: 'at most' })[precision],
  sumOfSeconds: ({ seconds, rate, fee }) => `${seconds} s × ${rate}${fee === undefined ? '' : ` + ${fee} submit fee`}`,
  sumOfImages: ({ count, rate }) => `${count} × ${rate}`,
  sumOfTurn: (rate) => `${rate} for this turn`,
  wait: 'Usual wait',
  recentWait: 'Recent wait',
  balanceAfter: 'Balance after',
  stale: ({ isRequired }) => ({
    title: 'Working out the price',
    text: isRequired ? 'Nothing is sent before the price of these settings is here.' : 'The one before was of other settings.',
  }),
  unpriced: ({ isRequired }) => ({
    title: 'No price known',
    text: isRequired ? 'The rate card does not name this model. Choose another one.' : 'The rate card does not name this model. What it cost is shown afterwards.',
  }),
  short: (missing) => ({ title: `${missing} short`, text: 'The balance does not cover this. Top up, or make it shorter or smaller.' }),
  topUp: 'Top up',
  terms: ({ isTask, upTo }) => {
    if (!isTask) return 'Not billed if it fails. Once sent, it cannot be called back.';
    if (upTo === undefined) return 'Not billed if it fails. Free to cancel until it starts.';
    return `Not billed if it fails. Free to cancel until it starts, then up to ${upTo}.`;
  },
  source: 'Where this price is from',
  sourceText: ({ source, date }) => (source === 'live' ? `The gateway’s rate card of ${date}.` : `The published rate card of ${date}.`),
  rangeText: ({ min, max }) =>
    min === max ? 'The card names no price for exactly this; it is close to this one.' : `The card names no price for exactly this; it lies between ${min} and ${max}.`,
  underWay: 'Under way',
  lastRun: 'Last time',
  estimated: 'Estimated',
  estimatedByGateway: 'Estimated by the gateway',
  cancelNow: 'Cancelling now',
  cancelOnceRunning: 'Once it renders',
  billed: 'Billed',
  free: 'free',
  upTo: (amount) => `up to ${amount}`,
  someOfIt: 'what is rendered',
  nothing: 'nothing',
  notKnownYet: 'not known yet',
  announce: ({ total, price, after, missing }) => {
    if (missing !== undefined) return `${total}: ${price}. ${missing} short.`;
    return after === undefined ? `${total}: ${price}.` : `${total}: ${price}. Balance after: ${after}.`;
  },
};
