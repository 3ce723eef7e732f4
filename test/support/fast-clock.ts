import type { Clock } from '../../src/core/base/clock.js';

/**
 * A clock that runs so many times as fast, and shows the same time in each process. What is set
 * for `limitsFromMs` or longer is a limit, not a pause: it ends as late as it says, or a busy
 * machine would be too late for it.
 */
export function createFastClock(times: number, limitsFromMs = Number.POSITIVE_INFINITY): Clock {
  return {
    now: () => performance.now() * times,
    wallNow: () => Math.floor(Date.now() * times),
    setTimeout: (run, ms) => setTimeout(run, ms < limitsFromMs ? ms / times : ms),
    clearTimeout: (handle) => clearTimeout(handle as ReturnType<typeof setTimeout>),
  };
}
