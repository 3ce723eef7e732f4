import { backoff } from '../base/backoff.js';
import { type Clock, sleep } from '../base/clock.js';
import { type BytespikeError, isBytespikeError } from '../base/errors.js';
import { silenceOf } from '../base/retry-after.js';

const MAX_ATTEMPTS = 4;
/** A call that a person waits for gives up sooner than this; its error then says when to come back. */
const LONGEST_WAIT_MS = 30_000;

export interface RetryContext {
  clock: Clock;
  /** 0 ≤ x < 1. */
  random: () => number;
  signal?: AbortSignal | undefined;
}

/**
 * Milliseconds until attempt number `attempt + 1`, or `undefined` when there should be none.
 * Never before the moment that the gateway named.
 */
function retryDelay(error: BytespikeError, attempt: number, context: RetryContext): number | undefined {
  if (!error.retryable || attempt >= MAX_ATTEMPTS) return undefined;
  const chance = context.random();
  const jittered = error.code === 'concurrency_limit' ? 1000 + 2000 * chance : backoff(attempt, () => chance);
  // Where no moment was named, the least jitter is longer.
  const wait = Math.max(jittered, silenceOf(context.clock, error) + 250 * chance);
  return wait > LONGEST_WAIT_MS ? undefined : wait;
}

/**
 * Runs `attempt` until it succeeds, fails for good, or has been tried four times.
 * `mayRepeat` is the caller's word on whether this failure may be followed by the same call again.
 */
export async function withRetry<T>(
  context: RetryContext,
  attempt: (number: number) => Promise<T>,
  mayRepeat: (error: BytespikeError) => boolean = () => true,
): Promise<T> {
  for (let number = 1; ; number++) {
    try {
      return await attempt(number);
    } catch (error) {
      if (!isBytespikeError(error) || !mayRepeat(error)) throw error;
      const wait = retryDelay(error, number, context);
      if (wait === undefined) throw error;
      // Where nobody wants it any more there is no wait either.
      await sleep(context.clock, wait, context.signal);
      if (context.signal?.aborted) throw error;
    }
  }
}
