import type { Clock } from './clock.js';
import { isBytespikeError } from './errors.js';

/** The moment before which the gateway asked for silence; shared by all reads of a client. */
export interface Pace {
  /** Milliseconds still to wait; 0 when nothing was asked. */
  wait(): number;
  /** Takes note of what a failure says about when to come back. */
  heed(error: unknown): void;
}

export function createPace(clock: Clock): Pace {
  let until = 0;
  return {
    wait: () => Math.max(0, until - clock.wallNow()),
    heed(error) {
      if (isBytespikeError(error) && error.retryAt !== undefined) until = Math.max(until, error.retryAt);
    },
  };
}
