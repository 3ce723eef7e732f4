import { backoff } from '../base/backoff.js';
import type { Clock } from '../base/clock.js';
import type { BytespikeError } from '../base/errors.js';
import { silenceOf } from '../base/retry-after.js';
import { createPace } from '../tasks/silence.js';
import type { BatchWait } from './states.js';

/** How fast cells are sent: one pace for all of them, which what is refused slows down. */
export interface BatchPace {
  /** Milliseconds until the next may be sent. */
  wait(): number;
  /** Why, and until when; nothing where the next may be sent. The same object for the same silence. */
  reason(): BatchWait | undefined;
  /** How many may be under way. */
  room(atOnce: number): number;
  /** What asks for less, of whichever call. @param underWay how many of ours go on */
  slow(error: BytespikeError, underWay: number): void;
  /** One was accepted. */
  accepted(): void;
  /** One has ended: there is room for one more than there was. */
  ended(): void;
}

export function createBatchPace(clock: Clock, random: () => number): BatchPace {
  const silence = createPace(clock);
  let until = 0;
  let why: BatchWait | undefined;
  let refusals = 0;
  let most = Number.POSITIVE_INFINITY;
  const wait = () => Math.max(silence.wait(), until - clock.now(), 0);
  return {
    wait,
    reason: () => (wait() > 0 ? why : undefined),
    room: (atOnce) => Math.min(atOnce, most),
    slow(error, underWay) {
      silence.heed(error);
      // Where no moment was named, ever longer.
      if (silenceOf(clock, error) === 0) until = clock.now() + backoff(++refusals, random);
      if (error.code === 'concurrency_limit') most = Math.max(1, underWay - 1);
      why = { reason: error.status === 429 ? 'rate-limit' : 'gateway-error', until: clock.wallNow() + wait() };
    },
    accepted: () => void (refusals = 0),
    ended: () => void (most += 1),
  };
}
