import { useCallback, useSyncExternalStore } from 'react';
import { useServerNow } from '../../react/provider.js';
import { wakeIn } from './wake.js';

const MINUTE_MS = 60_000;
/** Long enough to be seen before it is too late, and not a warning for most of a day. */
const WARNING_MINUTES = 30;

/**
 * Minutes that are left of a link that dies soon, `0` once it is dead; `undefined` as long as there
 * is time. Renders once a minute, and only then.
 */
export function useExpiry(expiresAt: number): number | undefined {
  const serverNow = useServerNow();
  const subscribe = useCallback(
    (changed: () => void) => eachMinute(() => expiresAt - serverNow(), changed),
    [expiresAt, serverNow],
  );
  const read = () => minutesLeft(expiresAt - serverNow());
  return useSyncExternalStore(subscribe, read, () => undefined);
}

function minutesLeft(ms: number): number | undefined {
  const minutes = Math.max(0, Math.ceil(ms / MINUTE_MS));
  return minutes > WARNING_MINUTES ? undefined : minutes;
}

/** From the warning on, and until nothing is left. */
function eachMinute(left: () => number, changed: () => void): () => void {
  let stop = () => {};
  const wait = () => {
    const ms = left();
    if (ms <= 0) return;
    const steps = Math.min(WARNING_MINUTES, Math.ceil(ms / MINUTE_MS) - 1);
    stop = wakeIn(ms - steps * MINUTE_MS, () => {
      changed();
      wait();
    });
  };
  wait();
  return () => stop();
}
