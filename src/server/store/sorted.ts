/** Things in the order of a number that each has, found by it without looking at all of them. */
interface Sorted<T> {
  readonly size: number;
  add(score: number, item: T): void;
  remove(score: number, item: T): void;
  /** How many have a number above this one. */
  countAbove(score: number): number;
  /** The lowest number above this one. */
  firstAbove(score: number): number | undefined;
  /** Those with a number above `from`, up to and with `to`. */
  between(from: number, to: number): T[];
}

export function createSorted<T>(): Sorted<T> {
  const entries: { score: number; item: T }[] = [];

  /** Where the first one above this number stands. */
  function after(score: number): number {
    let low = 0;
    let high = entries.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((entries[middle]?.score ?? 0) <= score) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  return {
    get size() {
      return entries.length;
    },
    // Nearly always the last one, which moves nothing.
    add: (score, item) => void entries.splice(after(score), 0, { score, item }),
    remove(score, item) {
      for (let index = after(score) - 1; entries[index]?.score === score; index--) {
        if (entries[index]?.item === item) return void entries.splice(index, 1);
      }
    },
    countAbove: (score) => entries.length - after(score),
    firstAbove: (score) => entries[after(score)]?.score,
    between: (from, to) => entries.slice(after(from), after(to)).map(({ item }) => item),
  };
}
