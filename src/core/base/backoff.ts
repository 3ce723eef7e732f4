const LONGEST_SECONDS = 30;

/**
 * Milliseconds to wait after so many failures in a row: a second after the first, twice as long after
 * each further one, half a minute at most. Give or take a quarter, so that pages that failed together
 * do not come back together.
 *
 * @param random 0 ≤ x < 1
 */
export function backoff(failures: number, random: () => number): number {
  return 1000 * Math.min(LONGEST_SECONDS, 2 ** (failures - 1)) * (0.75 + random() / 2);
}
