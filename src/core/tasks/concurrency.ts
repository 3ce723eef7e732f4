/**
 * A number of places. A browser gives an origin six connections on HTTP/1.1; what repeats takes a
 * place here so that a submit, a cancel and the app's own calls never wait.
 */
export interface Semaphore {
  /** Waits its turn for a place. Call the result to give it back. */
  take(): Promise<() => void>;
}

/** @param count how many there are at the moment */
export function createSemaphore(count: () => number): Semaphore {
  let taken = 0;
  const waiting: (() => void)[] = [];

  function occupy(): () => void {
    taken++;
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      taken--;
      if (taken < count()) waiting.shift()?.();
    };
  }

  return {
    take: () =>
      taken < count() && waiting.length === 0
        ? Promise.resolve(occupy())
        : new Promise((resolve) => waiting.push(() => resolve(occupy()))),
  };
}
