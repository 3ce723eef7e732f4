import { roundUp } from '../round-up.js';

/** USD. A few cents in a new wallet are not a full one. */
const LEAST = 1;

/** What the bar is full at: nobody says what a full wallet is, so it is the most that was seen, rounded up. */
export function scaleOf(most: number, lowThreshold: number | undefined): number {
  return roundUp(Math.max(most, 2 * (lowThreshold ?? 0), LEAST));
}
