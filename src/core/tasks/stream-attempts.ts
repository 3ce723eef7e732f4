import { backoff } from '../base/backoff.js';
import type { Clock } from '../base/clock.js';
import { createPushGate } from './push-gate.js';
import type { Pace } from './silence.js';

export interface StreamAttemptsOptions {
  clock: Clock;
  random: () => number;
  pace: Pace;
}

/** When a stream may be opened, and when again. */
interface StreamAttempts {
  /** Milliseconds for which it was asked not to. */
  silence(): number;
  /** Takes note of what a failure says of it. */
  refuse(error: unknown): void;
  /** Milliseconds until the next attempt, after a connection that lived for so many. */
  next(livedMs: number): number;
  /** Opens it after so many milliseconds. */
  plan(ms: number): void;
  cancel(): void;
  /** Whether one is planned, and within so many milliseconds. */
  isPlanned(withinMs?: number): boolean;
}

/** One that lived this long was no failure. */
const LIVED_MS = 10_000;

export function createStreamAttempts({ clock, random, pace }: StreamAttemptsOptions, open: () => void): StreamAttempts {
  const gate = createPushGate(clock);
  let failures = 0;
  let planned: { timer: unknown; at: number } | undefined;
  const silence = () => Math.max(gate.wait(), pace.wait());

  return {
    silence,
    refuse(error) {
      gate.refuse(error);
      pace.heed(error);
    },
    next(livedMs) {
      if (livedMs >= LIVED_MS) failures = 0;
      return Math.max(backoff(failures++, random), silence());
    },
    plan(ms) {
      const timer = clock.setTimeout(() => {
        planned = undefined;
        open();
      }, ms);
      planned = { timer, at: clock.now() + ms };
    },
    cancel() {
      clock.clearTimeout(planned?.timer);
      planned = undefined;
    },
    isPlanned: (withinMs = Infinity) => planned !== undefined && planned.at <= clock.now() + withinMs,
  };
}
