import type { Clock } from '../base/clock.js';
import { silenceOf } from '../base/retry-after.js';

/** The silence that the gateway asked for; shared by all reads of a client. */
export interface Pace {
  /** Milliseconds still to wait; 0 when nothing was asked. */
  wait(): number;
  /** Takes note of what a failure says about when to come back. */
  heed(error: unknown): void;
}

/** Reads are free, and a task that was paid for stays in sight: no silence is longer than this. */
const LONGEST_MS = 24 * 60 * 60_000;

export function createPace(clock: Clock): Pace {
  let until = 0;
  return {
    wait: () => Math.max(0, until - clock.now()),
    heed(error) {
      until = Math.max(until, clock.now() + Math.min(LONGEST_MS, silenceOf(clock, error)));
    },
  };
}
