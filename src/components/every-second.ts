const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** Runs `listener` once a second, on one timer for the whole page. Returns what stops it. */
export function everySecond(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const each of listeners) each();
  }, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}
