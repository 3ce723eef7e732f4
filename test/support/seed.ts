/** What chance follows from in `npm test`. Nothing about it is special; it stays, so that what passed passes. */
export const FIXED_SEED = 20_261;

/**
 * The seed that `SEED` asks for: none is the fixed one, `random` a new one.
 *
 * @throws Error when it is neither `random` nor a whole number of 32 bits
 */
export function seedOf(text: string | undefined): number {
  if (text === undefined || text === '') return FIXED_SEED;
  if (text === 'random') return crypto.getRandomValues(new Int32Array(1))[0] ?? FIXED_SEED;
  const seed = Number(text);
  if (Number.isInteger(seed) && seed === (seed | 0)) return seed;
  throw new Error(`SEED is "${text}", of which nothing can be drawn. Say "random", or a whole number of 32 bits as a run with SEED=random prints it.`);
}
