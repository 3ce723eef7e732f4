import type { Clock } from '../base/clock.js';
import { advisedInterval, nextRead } from './cadence.js';
import { createDoubt, type Doubt } from './doubt.js';
import { createEstimates } from './estimates.js';
import type { Expectation } from './expected-wait.js';

/** One task at the moment at which its next read is set. */
interface Moment extends Expectation {
  /** Seconds since the submit. */
  elapsed: number;
  /** Nobody is looking: the page is hidden. */
  hidden: boolean;
}

/** When tasks without a stream are read, by what is said of their waits and what that has been worth. */
export interface ReadPlan extends Pick<Doubt, 'note' | 'ended' | 'onOpen'> {
  /** Seconds until the next read. */
  next(moment: Moment): number;
  /** An estimate of the gateway's, less what all of them are wrong by. */
  corrected(estimate: number): number;
}

export function createReadPlan(options: { clock: Clock; random: () => number }): ReadPlan {
  const estimates = createEstimates();
  const doubt = createDoubt(options, estimates);
  return {
    ...doubt,
    corrected: (estimate) => estimate * (estimates.factor() ?? 1),
    next({ elapsed, hidden, expected, basis, estimate, steps }) {
      const advised = expected && steps && advisedInterval(steps, expected);
      const notBefore = basis === 'estimate' && estimate !== undefined ? estimates.earliest(estimate) : undefined;
      return nextRead({ elapsed, hidden, expected, advised, doubted: doubt.isOpen(basis), notBefore });
    },
  };
}
