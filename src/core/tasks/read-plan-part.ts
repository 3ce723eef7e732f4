import { type Loaded, loadOnce } from '../base/load-once.js';
import type { createReadPlan, ReadPlan } from './read-plan.js';

/** Loaded with the first task that has no stream: a page whose tasks all have one needs none of it. */
export function loadReadPlan(options: Parameters<typeof createReadPlan>[0]): Loaded<ReadPlan> {
  return loadOnce(async () => (await import('./read-plan.js')).createReadPlan(options));
}
