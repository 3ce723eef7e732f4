import type { CostEstimate } from '../catalog/cost.js';
import type { VideoTaskStatus } from './states.js';

/** What cancelling a task costs, in USD. */
export interface CancelCost {
  isFree: boolean;
  /** The most that it can cost; `undefined` when the price of the task is not known. */
  max: number | undefined;
}

/**
 * What cancelling costs now: nothing while the task waits or has ended, and once it renders up to
 * its whole price, of which the gateway bills the seconds that are done. Its answer to the cancel
 * is the final word.
 *
 * @param price the gateway's own estimate where there is one, else `estimateCost`'s
 */
export function cancelCost(status: VideoTaskStatus, price: number | Pick<CostEstimate, 'max'> | undefined): CancelCost {
  const isRendering = status === 'running' || status === 'cancelling' || status === 'unknown';
  if (!isRendering) return { isFree: true, max: 0 };
  return { isFree: false, max: typeof price === 'object' ? price.max : price };
}
