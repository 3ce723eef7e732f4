import type { Clock } from '../base/clock.js';
import { isBytespikeError } from '../base/errors.js';
import { silenceOf } from '../base/retry-after.js';

/** How long push is left alone after the proxy showed that it has none, or had trouble. */
const NOT_OFFERED_MS = 5 * 60_000;

const TROUBLE_MS = 30_000;

/** Whether opening a stream is worth trying; shared by all tasks of a client. */
export interface PushGate {
  isOpen(): boolean;
  /** Milliseconds until it opens. */
  wait(): number;
  /** Closes it for as long as this failure says. */
  refuse(error: unknown): void;
}

export function createPushGate(clock: Clock): PushGate {
  let closedUntil = 0;
  return {
    isOpen: () => clock.now() >= closedUntil,
    wait: () => Math.max(0, closedUntil - clock.now()),
    refuse(error) {
      if (!isBytespikeError(error) || error.code === 'network_error' || error.code === 'aborted') return;
      const notOffered = error.code === 'invalid_response' || (error.status ?? 500) < 500;
      const asked = error.retryAt === undefined ? undefined : silenceOf(clock, error);
      closedUntil = clock.now() + (asked ?? (notOffered ? NOT_OFFERED_MS : TROUBLE_MS));
    },
  };
}
