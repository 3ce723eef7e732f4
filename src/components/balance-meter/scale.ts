/** Steps in which people count money. */
const STEPS = [1, 2, 5, 10];

/** The next round figure that is not below `usd`: 31.40 is on a scale to 50. */
function roundUp(usd: number): number {
  const power = 10 ** Math.floor(Math.log10(usd));
  return (STEPS.find((step) => step * power >= usd) ?? 10) * power;
}

/** USD. A few cents in a new wallet are not a full one. */
const LEAST = 1;

/** What the bar is full at: nobody says what a full wallet is, so it is the most that was seen, rounded up. */
export function scaleOf(most: number, lowThreshold: number | undefined): number {
  return roundUp(Math.max(most, 2 * (lowThreshold ?? 0), LEAST));
}
