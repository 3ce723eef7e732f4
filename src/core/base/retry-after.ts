import type { Clock } from './clock.js';
import { type BytespikeError, isBytespikeError } from './errors.js';

/** By the clock that only grows. */
const ends = new WeakMap<BytespikeError, number>();

/**
 * Milliseconds that are left of the silence a failure asked for; 0 when it asked for none. Its
 * `retryAt` is for people, and by a clock that may be set: it is read once, while the failure is
 * new, and measured from there by the clock that only grows. What a failure was caused by asked
 * for the same silence.
 */
export function silenceOf(clock: Clock, error: unknown): number {
  if (!isBytespikeError(error)) return 0;
  if (error.retryAt === undefined || isBytespikeError(error.cause)) return silenceOf(clock, error.cause);
  const end = ends.get(error) ?? clock.now() + error.retryAt - clock.wallNow();
  ends.set(error, end);
  return Math.max(0, end - clock.now());
}
