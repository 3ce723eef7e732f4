/** A sum over one window, which moves on with time instead of being added up anew. */
interface Window {
  sum: number;
  /** What is later than this is in the sum. */
  from: number;
}

/** What was spent in the last so many milliseconds, for some such windows. */
export interface Windows {
  /** Something of this moment costs so much more, or less. */
  add(at: number, amount: number): void;
  spentIn(ms: number, now: number): number;
}

/** Of one subject as many windows are kept; an app has one or two. */
const MOST_WINDOWS = 4;

/** `amountsBetween` adds up what is later than the first moment, up to the second. */
export function createWindows(amountsBetween: (from: number, to: number) => number): Windows {
  const windows = new Map<number, Window>();
  return {
    add(at, amount) {
      for (const window of windows.values()) if (at > window.from) window.sum += amount;
    },
    spentIn(ms, now) {
      const from = now - ms;
      const window = windows.get(ms);
      if (window === undefined) {
        if (windows.size >= MOST_WINDOWS) windows.clear();
        const sum = amountsBetween(from, Number.POSITIVE_INFINITY);
        windows.set(ms, { sum, from });
        return sum;
      }
      window.sum += from > window.from ? -amountsBetween(window.from, from) : amountsBetween(from, window.from);
      window.from = from;
      return window.sum;
    },
  };
}
