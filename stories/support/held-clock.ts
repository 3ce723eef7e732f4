import type { ClientOptions } from 'bytespike-react';

type Clock = NonNullable<ClientOptions['clock']>;

/** Time that passes only when it is told to. */
export interface HeldClock extends Clock {
  /** Lets `ms` pass: what is due happens in its order, and what follows from it has its turn in between. */
  advance(ms: number): Promise<void>;
}

/** How far it goes at once. Between two steps the page has time to answer. */
const STEP_MS = 1000;
/** No two readings are of the same moment: of two balances, one is the later. */
const READING_MS = 0.001;

interface Timer {
  at: number;
  run: () => void;
}

/** @param start milliseconds since the epoch */
export function createHeldClock(start: number): HeldClock {
  let elapsed = 0;
  const timers = new Set<Timer>();
  const next = (until: number): Timer | undefined => [...timers].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];

  async function step(until: number): Promise<void> {
    for (let timer = next(until); timer !== undefined; timer = next(until)) {
      elapsed = Math.max(elapsed, timer.at);
      timers.delete(timer);
      timer.run();
      await turn();
    }
    elapsed = until;
    await turn();
  }

  return {
    now: () => elapsed,
    wallNow: () => start + (elapsed += READING_MS),
    setTimeout(run, ms) {
      const timer = { at: elapsed + Math.max(0, ms), run };
      timers.add(timer);
      // What is due at once does not wait to be told: no time passes by it.
      if (ms <= 0) setTimeout(() => timers.delete(timer) && run());
      return timer;
    },
    clearTimeout: (timer) => void timers.delete(timer as Timer),
    async advance(ms) {
      const end = elapsed + ms;
      await turn();
      while (elapsed < end) await step(Math.min(end, elapsed + STEP_MS));
    },
  };
}

/** Lets the page do what it is about to do. */
async function turn(): Promise<void> {
  for (let left = 3; left > 0; left--) await new Promise((resolve) => setTimeout(resolve));
}
