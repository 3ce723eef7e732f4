import { granted } from '../base/granted.js';
import { inMemory, shelfOf, type TaskStoreOptions } from './shelf.js';

/** False only when nothing is there under that name, which is seen without reading what lies there: that is a part of its own. */
export function mayHold(options: TaskStoreOptions, name: string): boolean {
  const { prefix, storage } = shelfOf(options);
  return inMemory.has(options) || granted(() => storage()!.getItem(prefix + name)) !== null;
}
