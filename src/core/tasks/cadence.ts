interface Range {
  min: number;
  max: number;
}

interface CadenceInput {
  /** Seconds since the submit. */
  elapsed: number;
  /** Seconds from submit to end that are usual, when anything is known. */
  expected: Range | undefined;
  /** The interval that the gateway's reference advises for that range, in seconds. @default 2 */
  advised?: number | undefined;
  /** Other tasks ended at times that nobody had said. @default false */
  doubted?: boolean | undefined;
  /** Seconds before which it is not likely to end, by what it was estimated. @default not known */
  notBefore?: number | undefined;
  /** Others that were estimated as well ended soon after that. @default false */
  isSeen?: boolean | undefined;
  /** Nobody is looking: the page is hidden. */
  hidden: boolean;
}

/**
 * A range of no more than so many seconds is worth as many steps at least, as far as they are a second
 * and more: who waits for seconds sees a second of delay, and few reads pay for it.
 * @source ours: fitted by `npm run bench:network`
 */
const SHORT = { seconds: 10, steps: 8 };

const HIDDEN_SECONDS = 60;
/** However old a task is, or a clock that was set makes it. */
const LONGEST_SECONDS = 60;
const SHORTEST_SECONDS = 0.4;
/**
 * Where the wait is anybody's guess every moment is as likely as the next: even steps, as far apart as
 * half the requests of one read a second allow where three of twenty tasks have a stream.
 * @source ours: fitted by `npm run bench:network`
 */
export const EVEN_SECONDS = 1.75;
/**
 * Where estimates are wrong, but by no more than a few times, a task does not end long before its own:
 * steps may be wider until then, and closer since, for as many reads.
 * @source ours: fitted by `npm run bench:network`
 */
const BEFORE_SECONDS = 4;
const SINCE_SECONDS = 0.9;
/**
 * After its time a task is read as often as this at first.
 * @source ours: fitted by `npm run bench:network`
 */
const LATE_SECONDS = 2;
/** Of the time that has passed: who has waited for minutes does not wait for a second. */
const EVEN_PART = 0.05;
/** A task that ends before this part of its usual wait is far outside its range. */
const EARLY = 0.45;

/**
 * Seconds until the next read of a task. Pure: the same moment gives the same answer, so a
 * throttled timer or a sleeping laptop changes nothing.
 *
 * - Long before and after its usual time: so that the end is seen within 3 s or a tenth of the wait,
 *   and within a minute.
 * - While it should end: ever more often. The longer it has not ended, the likelier it ends now.
 *   The exponent and the factors are fitted: for every model of the catalog at most half the reads
 *   of the advised interval, at no worse a median delay (`npm run bench:network`).
 * - Evenly, where nothing is said of the wait, or what is said has proved wrong.
 */
export function nextRead({ elapsed, expected, advised = 2, doubted = false, notBefore, isSeen = false, hidden }: CadenceInput): number {
  if (hidden) return HIDDEN_SECONDS;
  if (expected === undefined || doubted) {
    const step = (least: number) => Math.min(LONGEST_SECONDS, Math.max(least, elapsed * EVEN_PART));
    if (notBefore !== undefined && elapsed < notBefore) return Math.min(step(BEFORE_SECONDS), Math.max(SHORTEST_SECONDS, notBefore - elapsed));
    return step(isSeen ? SINCE_SECONDS : EVEN_SECONDS);
  }
  const { min, max } = expected;
  const range = Math.max(1, max - min);
  const most = range > SHORT.seconds ? Infinity : Math.max(1, range / SHORT.steps);
  const widest = Math.min(most, advised * Math.max(1, 1.95 - (2.5 * advised) / range));
  const spacing = (at: number) => Math.max(SHORTEST_SECONDS, widest * Math.max(0, (max - at) / range) ** 0.75);
  const sparse = Math.min(LONGEST_SECONDS, Math.max(3, elapsed / 10));
  // A little late is likelier than very late: it falls into sparse reads by and by.
  if (elapsed >= max) return Math.min(sparse, Math.max(LATE_SECONDS, (elapsed - max) / 2));
  if (elapsed >= min) return Math.min(spacing(elapsed), 2 * sparse);
  const early = min * EARLY - elapsed;
  return early > SHORTEST_SECONDS ? Math.min(sparse, early) : min - elapsed + spacing(min);
}

/** The reference's advice as one interval over a range: as many reads as its steps make there. */
export function advisedInterval(steps: readonly { every: number; until: number | null }[], { min, max }: Range): number {
  const last = steps.at(-1);
  if (last === undefined) return 2;
  let reads = 0;
  let from = min;
  for (const step of steps) {
    const until = step === last ? max : Math.min(max, step.until ?? max);
    reads += Math.max(0, until - from) / step.every;
    from = Math.max(from, until);
  }
  return reads === 0 ? last.every : (max - min) / reads;
}
