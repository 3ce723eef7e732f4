const waiting = new Map<() => void, number>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** The longest that a timer can be set to, 24 days; it then looks again. */
const LONGEST_MS = 2 ** 31 - 1;

/**
 * Calls `listener` once, after so many milliseconds, of which a clock that is set changes nothing.
 * One timer for all who wait, set to the nearest moment. Returns what takes it back.
 */
export function wakeIn(ms: number, listener: () => void): () => void {
  const own = () => listener();
  waiting.set(own, performance.now() + ms);
  set();
  return () => {
    if (waiting.delete(own)) set();
  };
}

function set(): void {
  clearTimeout(timer);
  timer = undefined;
  if (waiting.size === 0) return;
  const nearest = Math.min(...waiting.values());
  timer = setTimeout(wake, Math.min(LONGEST_MS, nearest - performance.now()));
}

function wake(): void {
  const now = performance.now();
  const due = [...waiting].filter(([, moment]) => moment <= now).map(([listener]) => listener);
  for (const listener of due) waiting.delete(listener);
  set();
  for (const listener of due) listener();
}
