export interface CadenceInput {
  /** Seconds since the submit. */
  elapsed: number;
  /** Seconds from submit to end that are usual, when anything is known. */
  expected: { min: number; max: number } | undefined;
  /** Nobody is looking: the page is hidden. */
  hidden: boolean;
}

const HIDDEN_SECONDS = 60;
const SHORTEST_SECONDS = 1;

/**
 * Seconds until the next read of a task. Sparse before it can be done, dense while it should be,
 * sparse again in proportion to how late it is. Pure: the same moment gives the same answer, so
 * a throttled timer or a sleeping laptop changes nothing.
 */
export function nextRead({ elapsed, expected, hidden }: CadenceInput): number {
  if (hidden) return HIDDEN_SECONDS;
  const { min, max } = expected ?? { min: 0, max: 60 };
  if (elapsed < min) return Math.max(SHORTEST_SECONDS, Math.min(early(elapsed, min), min - elapsed));
  if (elapsed <= max) return Math.max(SHORTEST_SECONDS, (max - min) / 20);
  return Math.max(3, elapsed / 10);
}

/** A task that ends long before its usual time is still seen within a tenth of its own length. */
function early(elapsed: number, min: number): number {
  return elapsed < min / 2 ? Math.max(3, elapsed / 10) : min / 4;
}
