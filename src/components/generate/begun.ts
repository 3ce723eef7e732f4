import type { ClientInternals } from '../../core/client/internals.js';
import { isTerminal } from '../../core/outcome/status.js';
import { imageStore } from '../../core/records/image-store.js';
import { taskStore } from '../../core/records/task-store.js';

/** Whether a clip or an image of these slots is still going on. */
export function isGoingOn(client: ClientInternals, slots: readonly string[]): boolean {
  const tasks = taskStore(client);
  return slots.some((name) => {
    const key = tasks.slot(name).get() ?? '';
    const task = tasks.get(key);
    const isTask = task !== undefined && !(task.snapshot && isTerminal(task.snapshot.status));
    return isTask || imageStore(client).get(key)?.snapshot.status === 'running';
  });
}
