import { catalog, ENOUGH, typicalSeconds } from '../catalog/catalog.js';
import type { ObservedWaits, UsualWait } from '../catalog/model.js';
import type { GenerationRequest } from '../catalog/requests.js';
import { taskStore, type TaskStoreOptions } from './task-store.js';

/** Read once for each client. */
const read = new WeakMap<TaskStoreOptions, ObservedWaits>();

/** Seconds from submit to end that are usual for a request, by tasks that have ended, else by the catalog. For few records what reads them is not loaded. */
export async function usualWait(client: { memory: TaskStoreOptions }, request: GenerationRequest): Promise<UsualWait | undefined> {
  const tasks = taskStore(client);
  let observed = read.get(client.memory);
  if (observed === undefined && tasks.list().length >= ENOUGH) {
    observed = (await import('./read-waits.js').catch(() => undefined))?.observedWaits(tasks);
    if (observed !== undefined) read.set(client.memory, observed);
  }
  return typicalSeconds(request, { ...catalog, observed });
}
