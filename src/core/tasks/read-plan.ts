import type { Clock } from '../base/clock.js';
import type { GenerationRequest } from '../catalog/requests.js';
import { observedWaits } from '../records/read-waits.js';
import type { TaskStore } from '../records/task-store.js';
import { STUCK } from '../records/waits.js';
import { advisedInterval, nextRead } from './cadence.js';
import { createDoubt } from './doubt.js';
import { createEstimates } from './estimates.js';
import { type Expectation, expectationOf } from './expected-wait.js';

/** One task at one moment. */
export interface Moment {
  request: GenerationRequest | undefined;
  /** The gateway's own estimate of the whole wait, in seconds. */
  estimate: number | undefined;
  /** Seconds since the submit. */
  elapsed: number;
}

/** When tasks without a stream are read and which of them should have one, by what is said of their waits and what that has been worth. */
export interface ReadPlan {
  /** Seconds until the next read. */
  next(moment: Moment, isHidden: boolean): number;
  /**
   * Seconds until the task should end, less than none when it is late. One of which nothing is known, and
   * one that is so late that it may never end, comes after all others.
   */
  left(moment: Moment): number;
  /** Takes note of a task that goes on. Returns whether that says anything. */
  goesOn(moment: Moment): boolean;
  /** Takes note of a task that has ended with a result. */
  ended(moment: Moment, isCompared: boolean): void;
  /** Calls back once, after what is said of waits was doubted; not all at once. Returns how to stop waiting for that. */
  onDoubt(listener: () => void): () => void;
}

/** An estimate this far outside of what was seen tells of something else. */
const NEAR = 1.2;

interface ReadPlanOptions {
  clock: Clock;
  random: () => number;
  /** Where tasks are remembered, if they are: how long they took is seen there. */
  store?: TaskStore;
}

export function createReadPlan(options: ReadPlanOptions): ReadPlan {
  const estimates = createEstimates();
  const doubt = createDoubt(options, estimates);
  const observed = options.store && observedWaits(options.store);

  /** What was seen, unless the gateway's estimate says more: it lies outside of that, and such estimates have proved their worth, or they are wrong by less than waits differ. */
  function expect({ request, estimate: said }: Moment): Expectation {
    const factor = estimates.factor();
    const estimate = said && said * (factor ?? 1);
    const stated = expectationOf(request, estimate);
    const seen = request && observed?.(request);
    if (seen === undefined) return stated;
    const isOutside = factor !== undefined && estimate !== undefined && (estimate > seen.max * NEAR || estimate < seen.min / NEAR);
    const isNearer = (estimates.spread() ?? Infinity) < seen.max / seen.min;
    return estimate && (isOutside || isNearer)
      ? { ...stated, expected: { min: estimate * 0.75, max: estimate * 1.25 }, basis: 'estimate' }
      : { ...stated, expected: seen, basis: 'observed' };
  }

  return {
    next(moment, hidden) {
      const { expected, basis, steps } = expect(moment);
      const { elapsed, estimate } = moment;
      const advised = expected && steps && advisedInterval(steps, expected);
      const notBefore = basis === 'estimate' && estimate !== undefined ? estimates.earliest(estimate) : undefined;
      return nextRead({ elapsed, hidden, expected, advised, doubted: doubt.isOpen(basis), notBefore, isSeen: notBefore !== undefined && estimates.spread() !== undefined });
    },
    left(moment) {
      const { min, max } = expect(moment).expected ?? { min: 0, max: 0 };
      const middle = (min + max) / 2;
      return moment.elapsed >= middle * STUCK ? Infinity : middle - moment.elapsed;
    },
    goesOn: (moment) => doubt.note(moment.elapsed, expect(moment), false),
    ended(moment, isCompared) {
      if (!isCompared) doubt.note(moment.elapsed, expect(moment), true);
      if (moment.estimate) doubt.ended(moment.elapsed, moment.estimate);
    },
    onDoubt: doubt.onOpen,
  };
}
