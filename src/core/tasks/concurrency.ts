/**
 * A number of places. A browser gives an origin six connections on HTTP/1.1; what stays open or
 * repeats takes a place here so that a submit, a cancel and the app's own calls never wait.
 */
export interface Semaphore {
  /** Takes a place now, or says that there is none. Call the result to give it back. */
  tryTake(): (() => void) | undefined;
  /** Waits its turn for a place. */
  take(): Promise<() => void>;
  /**
   * Calls back once, when a place was given back and of all who wait like this the rank is the
   * lowest. Returns how to stop waiting.
   */
  onFree(rank: () => number, wake: () => void): () => void;
  /** There may be more of them now. When there are fewer, those that are taken stay so. */
  recount(): void;
}

/** @param count how many there are at the moment */
export function createSemaphore(count: () => number): Semaphore {
  let taken = 0;
  const isFree = () => taken < count();
  const waiting: (() => void)[] = [];
  const hopeful = new Map<() => void, () => number>();

  function wakeOne(): void {
    const [first] = [...hopeful].map(([wake, rank]) => ({ wake, rank: rank() })).sort((a, b) => a.rank - b.rank);
    if (first === undefined) return;
    hopeful.delete(first.wake);
    first.wake();
  }

  function occupy(): () => void {
    taken++;
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      taken--;
      if (isFree()) passOn();
    };
  }

  function passOn(): void {
    const next = waiting.shift();
    if (next === undefined) wakeOne();
    else next();
  }

  return {
    tryTake: () => (isFree() && waiting.length === 0 ? occupy() : undefined),
    take: () =>
      isFree() && waiting.length === 0
        ? Promise.resolve(occupy())
        : new Promise((resolve) => waiting.push(() => resolve(occupy()))),
    onFree(rank, wake) {
      hopeful.set(wake, rank);
      return () => hopeful.delete(wake);
    },
    recount() {
      for (let free = count() - taken; free > 0; free--) passOn();
    },
  };
}
