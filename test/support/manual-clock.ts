import type { Clock } from '../../src/core/base/clock.js';

const LONGEST_TIMER_MS = 2 ** 31 - 1;

interface Timer {
  at: number;
  run: () => void;
}

/** Time that passes only when a test says so. */
export interface ManualClock extends Clock {
  /** Lets `ms` pass; timers run in order, and promises settle in between. */
  advance(ms: number): Promise<void>;
  /** Sets what the machine shows by so much, as a person or a time server does; no time passes. */
  set(ms: number): void;
  /** What a machine shows that nobody sets: the gateway's. */
  trueNow(): number;
  /** Timers that are waiting. */
  readonly pending: number;
}

/** @param isBusy whether something goes on outside of this thread that time has to wait for */
export function createManualClock(start = Date.UTC(2026, 0, 1), isBusy = () => false): ManualClock {
  let elapsed = 0;
  let isSetBy = 0;
  const timers = new Set<Timer>();
  const due = (until: number) =>
    [...timers].filter((timer) => timer.at <= until).sort((a, b) => a.at - b.at)[0];
  return {
    now: () => elapsed,
    wallNow: () => start + elapsed + isSetBy,
    trueNow: () => start + elapsed,
    set: (ms) => void (isSetBy += ms),
    setTimeout(run, ms) {
      // As platforms do: what is too long for a timer is no wait at all.
      const timer = { at: elapsed + (ms > LONGEST_TIMER_MS ? 1 : Math.max(0, ms)), run };
      timers.add(timer);
      return timer;
    },
    clearTimeout: (timer) => void timers.delete(timer as Timer),
    get pending() {
      return timers.size;
    },
    async advance(ms) {
      const until = elapsed + ms;
      await settle(isBusy);
      for (let timer = due(until); timer !== undefined; timer = due(until)) {
        elapsed = Math.max(elapsed, timer.at);
        timers.delete(timer);
        timer.run();
        await settle(isBusy);
      }
      elapsed = until;
      await settle(isBusy);
    },
  };
}

/** Lets everything that is ready happen, streams included. */
export async function settle(isBusy = () => false): Promise<void> {
  for (let turn = 0; turn < 4; turn = isBusy() ? 0 : turn + 1) await new Promise<void>((resolve) => setImmediate(resolve));
}
