import { typicalSeconds } from '../../core/catalog/catalog.js';
import { estimateCost } from '../../core/catalog/cost.js';
import { random } from '../base/random.js';
import { steer } from './steer.js';
import type { Order } from './validate.js';

/** Seconds from request to answer, drawn from the catalog's range for it. */
export function drawWait(order: Order, key: readonly string[], speed: number): { seconds: number; estimate: number } {
  const { min, max } = typicalSeconds(order.request) ?? UNSTATED;
  const slowness = (steer(order.request.prompt).slowness ?? 1) / speed;
  const seconds = (min + (max - min) * random(...key, 'wait')()) * slowness;
  return { seconds, estimate: Math.round(((min + max) / 2) * slowness * 10) / 10 };
}

/** Where the reference states no wait: what the others of its kind take. */
const UNSTATED = { min: 8, max: 14 };

/** USD. Validated orders are all of the catalog, which prices everything it lists. */
export function priceOf(order: Order): number {
  return estimateCost(order.request)?.max ?? 0;
}
