import { type BytespikeError, isBytespikeError } from '../base/errors.js';
import type { Places } from './places.js';
import type { Described, Said } from './texts.js';

/** Has what is missing embedded, once at a time, and says how far that is. */
export interface Filling {
  fill(places: Places, entries: readonly Described[], ofHistory: boolean): void;
  count(places: Places, entries: readonly Described[]): { indexed: number; total: number };
  isBusy(): boolean;
  /** Why it stopped; it does not begin again before it is forgiven. */
  error(): BytespikeError | undefined;
  forgive(): void;
  /** Resolves once nothing is under way. */
  over(): Promise<void>;
}

/** @param changed there is more than before, or it has ended */
export function createFilling(isWanted: () => boolean, changed: () => void): Filling {
  let under: Promise<void> | undefined;
  let failed: BytespikeError | undefined;

  async function run(places: Places, texts: readonly Said[], ofHistory: boolean): Promise<void> {
    try {
      await places.embed(texts, ofHistory, isWanted, changed);
    } catch (error) {
      // A lock that was stolen is no refusal.
      if (isBytespikeError(error) && error.code !== 'aborted') failed = error;
    }
    under = undefined;
    changed();
  }

  return {
    fill(places, entries, ofHistory) {
      if (under !== undefined || failed !== undefined) return;
      const texts = distinct(entries).filter(({ name }) => places.get(name) === undefined);
      if (texts.length > 0) under = run(places, texts, ofHistory);
    },
    count(places, entries) {
      const texts = distinct(entries);
      return { indexed: texts.filter(({ name }) => places.get(name) !== undefined).length, total: texts.length };
    },
    isBusy: () => under !== undefined,
    error: () => failed,
    forgive: () => (failed = undefined),
    over: async () => under,
  };
}

/** Each text once, whoever has it. */
function distinct(entries: readonly Described[]): Said[] {
  return [...new Map(entries.flatMap(({ texts }) => texts).map((said) => [said.name, said])).values()];
}
