import { taskStore, type TaskStoreOptions } from '../records/task-store.js';
import { forgetVectors } from '../records/vectors.js';

/** Apart from the client, which most pages use without anybody signing out. */
export function forgetAll({ memory }: { memory: TaskStoreOptions }): Promise<void> {
  taskStore({ memory }).clear();
  return forgetVectors(memory);
}
