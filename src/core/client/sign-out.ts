import { entriesOf, type TaskStoreOptions } from '../records/storage.js';
import { forgetVectors } from '../records/vectors.js';

/** Apart from the client, which most pages use without anybody signing out. */
export function forgetAll({ memory }: { memory: TaskStoreOptions }): Promise<void> {
  const { names, erase, changed } = entriesOf(memory);
  names('').forEach(erase);
  changed();
  return forgetVectors(memory);
}
