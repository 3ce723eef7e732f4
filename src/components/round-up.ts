/** Steps in which people count money. */
const STEPS = [1, 2, 5, 10];

/** The next round figure that is not below `usd`: 31.40 is on a scale to 50. */
export function roundUp(usd: number, steps: readonly number[] = STEPS): number {
  const power = 10 ** Math.floor(Math.log10(usd));
  return (steps.find((step) => step * power >= usd) ?? 10) * power;
}
