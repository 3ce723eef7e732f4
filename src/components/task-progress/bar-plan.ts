import type { GenerationProgress } from '../../core/places/states.js';

/**
 * How the bar moves: at a steady pace from `from` to `knee` in `seconds`, then ever so slowly on to
 * `LIMIT` in three times as long. It is full only when there is a result.
 * The two keyframes of `bs-fill` in the style sheet draw the same line.
 */
export interface BarPlan {
  /** The submit that this plan belongs to. */
  submittedAt: number;
  /** Milliseconds since the epoch. */
  startsAt: number;
  from: number;
  knee: number;
  seconds: number;
}

const KNEE = 0.9;
const LIMIT = 0.98;
const SHORTEST_SECONDS = 2;

/** Part of the bar that is filled at `now`, 0–1. */
export function fractionAt(plan: BarPlan, now: number): number {
  const elapsed = Math.max(0, now - plan.startsAt) / 1000;
  if (elapsed <= plan.seconds) return plan.from + (plan.knee - plan.from) * (elapsed / plan.seconds);
  const crawl = Math.min(1, (elapsed - plan.seconds) / (plan.seconds * 3));
  return plan.knee + (LIMIT - plan.knee) * crawl;
}

/**
 * The plan for what is known at `now`. A new expectation bends the line from where the bar stands:
 * it never moves backwards. `undefined` while nothing is known of the wait.
 */
export function planBar(previous: BarPlan | undefined, progress: GenerationProgress, now: number): BarPlan | undefined {
  const { submittedAt } = progress;
  const wait = expectedWait(progress);
  if (submittedAt === undefined || wait === undefined) return undefined;
  const fresh = { submittedAt, startsAt: submittedAt, from: 0, knee: KNEE, seconds: wait };
  if (previous === undefined || previous.submittedAt !== submittedAt) return fresh;
  const reached = fractionAt(previous, now);
  return {
    ...fresh,
    startsAt: now,
    from: reached,
    knee: Math.min(LIMIT, Math.max(KNEE, reached)),
    seconds: Math.max(SHORTEST_SECONDS, wait - (now - submittedAt) / 1000),
  };
}

/** Seconds from submit to end that are told and drawn: the middle of the range. */
export function expectedWait({ expectedSeconds }: GenerationProgress): number | undefined {
  if (expectedSeconds === undefined) return undefined;
  const middle = (expectedSeconds.min + expectedSeconds.max) / 2;
  return middle > 0 ? middle : undefined;
}
