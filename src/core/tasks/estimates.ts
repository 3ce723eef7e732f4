/** Ends of the latest tasks that speak of the gateway's estimates. */
const REMEMBERED = 5;
/** What is wrong by factors this near to one another is wrong by the same. */
const ALIKE = 1.2;
/** So many show a factor that is not 1. Where all were estimated alike all must agree: whatever they are worth, tasks that end one after another took about as long. */
const ENOUGH = 3;
/** Estimates that differ by less say nothing of which task ends first. */
const VARIED = 1.5;
/** Estimates whose factors lie further apart say nothing at all. */
const SCATTERED = 10;
/** Estimates of which nothing is known yet are taken to be too long by so many times at most. */
const UNPROVED = 3;
/** Five ends do not show the quickest there is. */
const QUICKER = 2;

/** What the gateway's own estimates have been worth, by the ends of tasks. */
export interface Estimates {
  /** Takes note of a task that was estimated to take so long, and did. */
  ended(seconds: number, estimate: number): void;
  /** By what all of them are wrong, 1 where they are right; `undefined` where nothing shows it. */
  factor(): number | undefined;
  /** Seconds before which a task of this estimate does not end, as the others did not, or as is likely before there are others; nothing where estimates are right, or worth nothing. */
  earliest(estimate: number): number | undefined;
  /** Where each is wrong by its own: how many times as long as another one task takes of the same estimate. Nothing where they are right, or worth nothing. */
  spread(): number | undefined;
}

export function createEstimates(): Estimates {
  let ends: { ratio: number; estimate: number }[] = [];
  let factor: number | undefined;

  const apart = (of: 'ratio' | 'estimate') => Math.max(...ends.map((end) => end[of])) / Math.min(...ends.map((end) => end[of]));

  function common(): number | undefined {
    const ratios = ends.map(({ ratio }) => ratio).sort((a, b) => a - b);
    const near = (to: number) => ratios.filter((ratio) => ratio <= to * ALIKE && ratio >= to / ALIKE).length;
    // Right until one is not: what is said is believed once it came true.
    if (ratios.length < ENOUGH) return near(1) === ratios.length ? 1 : undefined;
    const middle = ratios[ratios.length >> 1] ?? 1;
    return near(middle) >= (apart('estimate') < VARIED ? REMEMBERED : ratios.length * 0.8) ? middle : undefined;
  }

  function spread(): number | undefined {
    if (factor !== undefined || ends.length < ENOUGH || apart('estimate') < VARIED) return undefined;
    const times = apart('ratio');
    return times > SCATTERED ? undefined : times;
  }

  return {
    ended(seconds, estimate) {
      ends = [...ends, { ratio: seconds / estimate, estimate }].slice(-REMEMBERED);
      factor = common();
    },
    factor: () => factor,
    spread,
    earliest(estimate) {
      // Nothing is known of them yet; wrong by more is rare.
      if (factor === undefined && ends.length < ENOUGH) return estimate / UNPROVED;
      if (spread() === undefined) return undefined;
      return (estimate * Math.min(...ends.map(({ ratio }) => ratio))) / QUICKER;
    },
  };
}
