/** Time, as a parameter: every wait of the gateway goes through it, so that a test can drive it. */
export interface GatewayClock {
  /** Milliseconds since the epoch. */
  now(): number;
  setTimeout(run: () => void, ms: number): unknown;
  clearTimeout(handle: unknown): void;
}

export const systemClock: GatewayClock = {
  now: () => Date.now(),
  setTimeout: (run, ms) => setTimeout(run, ms),
  clearTimeout: (handle) => clearTimeout(handle as ReturnType<typeof setTimeout>),
};

/** Waits that can all be ended at once, by `dispose`. */
export interface Timers {
  /** Runs once after `ms`; returns how to call it off. */
  after(ms: number, run: () => void): () => void;
  sleep(ms: number): Promise<void>;
  dispose(): void;
}

export function createTimers(clock: GatewayClock): Timers {
  const pending = new Set<unknown>();
  const after = (ms: number, run: () => void) => {
    const handle = clock.setTimeout(() => {
      pending.delete(handle);
      run();
    }, ms);
    pending.add(handle);
    return () => {
      pending.delete(handle);
      clock.clearTimeout(handle);
    };
  };
  return {
    after,
    sleep: (ms) => new Promise((resolve) => after(ms, resolve)),
    dispose() {
      for (const handle of pending) clock.clearTimeout(handle);
      pending.clear();
    },
  };
}
