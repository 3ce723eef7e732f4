import { type TaskStore, taskStore as storeOf } from '../records/task-store.js';
import type { Client } from './api.js';
import { internals } from './internals.js';

/**
 * The tasks of this user that are remembered on this device: one store for each client, which
 * looks at storage only when it is first asked.
 *
 * @example const unanswered = taskStore(client).list().filter(({ taskId }) => taskId === undefined);
 */
export function taskStore(client: Client): TaskStore {
  return storeOf(internals(client));
}
