import { catalog, ENOUGH, typicalSeconds } from '../catalog/catalog.js';
import type { ObservedWaits, UsualWait } from '../catalog/model.js';
import type { GenerationRequest } from '../catalog/requests.js';
import { taskStore } from './task-store.js';

/** Seconds from submit to end that are usual for a request, by tasks that have ended, else by the catalog. For few records what reads them is not loaded. */
export function createUsualWait(remembered: Parameters<typeof taskStore>[0]): (request: GenerationRequest) => Promise<UsualWait | undefined> {
  const tasks = taskStore(remembered);
  let observed: ObservedWaits | undefined;
  return async (request) => {
    if (observed === undefined && tasks.list().length >= ENOUGH) observed = (await import('./read-waits.js').catch(() => undefined))?.observedWaits(tasks);
    return typicalSeconds(request, { ...catalog, observed });
  };
}
