import type { GenerationParent } from '../catalog/requests.js';
import type { Asset } from '../outcome/asset.js';
import { imageStore } from './image-store.js';
import { type TaskRecord, taskStore, type TaskStoreOptions } from './task-store.js';

/** What a result is to that which begins with it, where the history of this device has it: by its address, which is the same one wherever it is shown. */
export function parentOf(client: { memory: TaskStoreOptions }, { url }: Pick<Asset, 'url'>): GenerationParent | undefined {
  const records: readonly TaskRecord[] = [...taskStore(client).list(), ...imageStore(client).list()];
  for (const { outTaskId, snapshot } of records) {
    const index = snapshot?.assets.findIndex((asset) => asset.url === url) ?? -1;
    if (index >= 0) return { outTaskId, index };
  }
  return undefined;
}
