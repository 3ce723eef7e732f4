import { taskStore, type TaskStoreOptions } from './task-store.js';

/** Apart from the client, which most pages use without anybody signing out. */
export function forgetAll(client: { memory: TaskStoreOptions }): void {
  taskStore(client).clear();
}
