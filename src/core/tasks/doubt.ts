import type { Clock } from '../base/clock.js';
import { EVEN_SECONDS } from './cadence.js';
import type { Estimates } from './estimates.js';
import type { Expectation } from './expected-wait.js';

/** Ends of the latest tasks that speak for or against what is said of waits. */
const REMEMBERED = 5;
/** An end this far outside of its range is none that the range tells of. */
const MARGIN = 1.2;

/**
 * Whether what is said of waits is doubted: a gateway is slower or quicker at times than its
 * reference and its own estimates. One task that shows it is enough for all that are followed, and
 * five that end as they should are enough to believe again. An estimate against the catalog is
 * believed once tasks have shown what such estimates are worth. What was seen of tasks follows them by
 * itself: one that is outside of it is an outlier, two in a row are not.
 */
interface Doubt {
  isOpen(basis: Expectation['basis']): boolean;
  /** Takes note of a task that has ended so many seconds after its submit, or goes on then. Returns whether that says anything. */
  note(seconds: number, expectation: Pick<Expectation, 'expected' | 'basis'>, isOver: boolean): boolean;
  /** Takes note of a task that was estimated to take so long, and did. */
  ended(seconds: number, estimate: number): void;
  /** Calls back once, after it has begun; not all at once. Returns how to stop waiting for that. */
  onOpen(listener: () => void): () => void;
}

export function createDoubt({ clock, random }: { clock: Clock; random: () => number }, estimates: Estimates): Doubt {
  let outside: boolean[] = [];
  const waiting = new Map<() => void, unknown>();
  let strange = 0;
  const isOpen = (basis: Expectation['basis']) =>
    basis === 'observed' ? strange > 1 : outside.includes(true) || (basis === 'estimate' && estimates.factor() === undefined);
  function begin(): void {
    for (const listener of waiting.keys()) waiting.set(listener, clock.setTimeout(listener, random() * EVEN_SECONDS * 1000));
  }
  return {
    isOpen,
    note(seconds, { expected, basis }, isOver) {
      const isOutside = expected !== undefined && (seconds > expected.max * MARGIN || (isOver && seconds < expected.min / MARGIN));
      if (!isOutside && !isOver) return false;
      const before = isOpen(basis);
      if (basis === 'observed') strange = isOutside ? strange + 1 : 0;
      else outside = [...outside, isOutside].slice(-REMEMBERED);
      if (isOpen(basis) && !before) begin();
      return true;
    },
    ended(seconds, estimate) {
      const before = estimates.factor() ?? Infinity;
      estimates.ended(seconds, estimate);
      const after = estimates.factor() ?? Infinity;
      if (after === Infinity && before !== Infinity) begin();
      // What is said from now on is something else.
      if (after !== Infinity && Math.max(after / before, before / after) > MARGIN) outside = [];
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
