import { granted } from '../base/granted.js';
import type { ClientInternals } from '../client/internals.js';
import { imageStore } from '../records/image-store.js';
import { byNewest } from '../records/records.js';
import { shelfOf } from '../records/shelf.js';
import { type TaskRecord, taskStore } from '../records/task-store.js';
import type { Places } from './places.js';
import { describedOf } from './texts.js';

/** Every task and image that is remembered, newest first: the same objects that `useTasks` lists. */
export function historyOf(client: ClientInternals): readonly TaskRecord[] {
  return [...taskStore(client).list(), ...imageStore(client).list()].sort(byNewest);
}

/** Forgets what is embedded of entries that are in the history no more. */
export function forgetRemoved(client: ClientInternals, places: Places): void {
  const { storage } = shelfOf(client.memory);
  // One that could not be read is no empty one.
  const isRead = granted(() => (storage()?.length ?? 0) >= 0) === true;
  if (!isRead) return;
  const history = historyOf(client);
  const names = describedOf(history).flatMap(({ texts }) => texts.map(({ name }) => name));
  // By its key as well: captions come and go with the app.
  places.keepOnly(new Set(names), new Set(history.map(({ outTaskId }) => outTaskId)));
}
