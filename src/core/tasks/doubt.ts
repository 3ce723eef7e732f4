import type { Clock } from '../base/clock.js';
import { EVEN_SECONDS } from './cadence.js';
import type { Expectation } from './expected-wait.js';

/** Ends of the latest tasks that speak for or against what is said of waits. */
const REMEMBERED = 5;
/** An end this far outside of its range is none that the range tells of. */
const MARGIN = 1.2;

/**
 * Whether what is said of waits is doubted: a gateway is slower or quicker at times than its
 * reference and its own estimates. One task that shows it is enough for all that are followed, and
 * five that end as they should are enough to believe again. An estimate against the catalog is
 * believed once a task has ended as it said.
 */
export interface Doubt {
  isOpen(basis: Expectation['basis']): boolean;
  /** Takes note of a task that has ended so many seconds after its submit, or goes on then. Returns whether that says anything. */
  note(seconds: number, expected: Expectation['expected'], isOver: boolean): boolean;
  /** Calls back once, after it has begun; not all at once. Returns how to stop waiting for that. */
  onOpen(listener: () => void): () => void;
}

export function createDoubt({ clock, random }: { clock: Clock; random: () => number }): Doubt {
  let outside: boolean[] = [];
  const waiting = new Map<() => void, unknown>();
  const isShown = () => outside.includes(true);
  return {
    isOpen: (basis) => isShown() || (basis === 'estimate' && outside.length === 0),
    note(seconds, expected, isOver) {
      const isOutside = expected !== undefined && (seconds > expected.max * MARGIN || (isOver && seconds < expected.min / MARGIN));
      if (!isOutside && !isOver) return false;
      const begins = isOutside && !isShown();
      outside = [...outside, isOutside].slice(-REMEMBERED);
      if (begins) for (const listener of waiting.keys()) waiting.set(listener, clock.setTimeout(listener, random() * EVEN_SECONDS * 1000));
      return true;
    },
    onOpen(listener) {
      waiting.set(listener, undefined);
      return () => {
        clock.clearTimeout(waiting.get(listener));
        waiting.delete(listener);
      };
    },
  };
}
