import type { Counted } from './gallery.js';
import type { OutcomeWords } from './parts.js';

/** What stands across. */
export type SheetAcross = 'model' | 'params' | 'prompt';

/** What is said on the sheet of a batch. Money and moments are formatted for the locale already. */
export interface SheetMessages {
  empty: OutcomeWords;
  /** Name of the choice what stands across. */
  across: string;
  acrossOf(across: SheetAcross): string;
  /** Of all cells, how many have ended. */
  done(facts: { done: string; total: Counted }): string;
  /** By the gateway's word. */
  billed(amount: string): string;
  /** Cells that were billed, or may have been, and nobody said how much. */
  unsettled(cells: Counted): string;
  /** The most that the whole may come to; `undefined` where nobody knows. */
  upTo(amount: string | undefined): string;
  paused: OutcomeWords;
  /** Why nothing is sent at the moment; `until` is a time of day. */
  waitsFor(reason: 'rate-limit' | 'gateway-error' | 'connection', until: string): string;
  ended(counts: string): string;
  pause: string;
  resume: string;
  /** Cancels what has not ended: for nothing, for up to so much, or nobody knows for how much. */
  cancelRest(cost: { isFree: boolean; upTo: string | undefined }): string;
  /** Sends those that failed and cost nothing once more. */
  retryFailed(facts: { cells: Counted; upTo: string | undefined }): string;
  reset: string;
  compare: string;
  /** Downloads all in one file. */
  zip: string;
  /** Of a cell that was not sent yet. */
  waiting: string;
  /** Of the same, with what it costs so far. */
  notSent: string;
}

const ACROSS: Record<SheetAcross, string> = { model: 'Models', params: 'Settings', prompt: 'Prompts' };

export const englishSheet: SheetMessages = {
  empty: { title: 'Nothing here yet', text: 'What you begin appears here, a row for each prompt.' },
  across: 'Across',
  acrossOf: (across) => ACROSS[across],
  done: ({ done, total }) => `${done} of ${total.written} done`,
  billed: (amount) => `${amount} billed`,
  unsettled: ({ written }) => `${written} billed or perhaps billed, amount not told`,
  upTo: (amount) => (amount === undefined ? 'What all of it may cost is not known' : `up to ${amount} in all`),
  paused: { title: 'Paused', text: 'What is under way goes on. Nothing else is sent.' },
  waitsFor: (reason, until) =>
    reason === 'connection' ? 'No connection. It goes on by itself.' : reason === 'rate-limit' ? `The service asked for a pause, until ${until}.` : `The service has a problem. The next try is at ${until}.`,
  ended: (counts) => `Done: ${counts}`,
  pause: 'Pause',
  resume: 'Go on',
  cancelRest: ({ isFree, upTo }) => `Cancel the rest · ${isFree ? 'free' : upTo === undefined ? 'may be billed' : `may bill up to ${upTo}`}`,
  retryFailed: ({ cells, upTo }) => `Try ${cells.written} again${upTo === undefined ? '' : ` · up to ${upTo}`}`,
  reset: 'Clear the sheet',
  compare: 'Compare both',
  zip: 'As ZIP',
  waiting: 'Waiting',
  notSent: 'Not sent yet, and nothing is billed.',
};
