/** Time, as a parameter: tests drive it, and nothing in core reads the global clock. */
export interface Clock {
  /** Milliseconds that only ever grow; for measuring how long something took. */
  now(): number;
  /** Milliseconds since the epoch, by this machine. */
  wallNow(): number;
  setTimeout(run: () => void, ms: number): unknown;
  clearTimeout(handle: unknown): void;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  wallNow: () => Date.now(),
  setTimeout: (run, ms) => setTimeout(run, ms),
  clearTimeout: (handle) => clearTimeout(handle as ReturnType<typeof setTimeout>),
};

/** Longer than this, a platform's timer comes back at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** A clock whose waits may be of any length, endless ones too: a long one is several. */
export function lasting(clock: Clock): Clock {
  function wait(run: () => void, ms: number, handle: { timer?: unknown }): unknown {
    const left = ms - LONGEST_TIMER_MS;
    handle.timer = left > 0 ? clock.setTimeout(() => wait(run, left, handle), LONGEST_TIMER_MS) : clock.setTimeout(run, ms);
    return handle;
  }
  return {
    now: () => clock.now(),
    wallNow: () => clock.wallNow(),
    setTimeout: (run, ms) => wait(run, ms, {}),
    clearTimeout: (handle) => clock.clearTimeout((handle as { timer?: unknown } | undefined)?.timer),
  };
}

/** Waits, or less when `signal` aborts first; it never rejects: the caller looks at the signal. */
export function sleep(clock: Clock, ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const done = () => {
      clock.clearTimeout(handle);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const handle = clock.setTimeout(done, ms);
    signal?.addEventListener('abort', done);
  });
}
