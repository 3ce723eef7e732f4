import { isBytespikeError } from '../base/errors.js';
import type { GenerationRequest } from '../catalog/requests.js';
import type { TaskSnapshot } from '../outcome/snapshot.js';
import type { TaskStore } from '../records/task-store.js';
import { submitBody, type WireShape } from '../wire/bodies.js';
import { type RetryContext, withRetry } from '../wire/retry.js';
import type { Transport } from '../wire/transport.js';
import type { TaskReadings } from './readings.js';

/** A task by the gateway's id, or by the client's own key. A plain string is the gateway's id, unless the task store knows it as a key. */
export type TaskReference = string | { taskId: string } | { outTaskId: string };

type TaskName = { taskId: string } | { outTaskId: string };

interface CallOptions {
  signal?: AbortSignal | undefined;
}

/** The gateway's calls that are about tasks. */
interface TaskCalls {
  nameOf(task: TaskReference): TaskName;
  /** One reading, asked for once. */
  ask(path: string, task: TaskReference, signal?: AbortSignal): Promise<TaskSnapshot>;
  query(task: TaskReference, options?: CallOptions): Promise<TaskSnapshot>;
  cancel(task: TaskReference, options?: CallOptions): Promise<TaskSnapshot>;
  /** One POST of the submit. A lost answer throws with `billed: 'unknown'`. */
  send(request: GenerationRequest, outTaskId: string): Promise<TaskSnapshot>;
  /** Looks a submit up by its key. `'absent'`: the gateway knows such keys, and not this one. */
  find(outTaskId: string): Promise<TaskSnapshot | 'absent' | 'unsupported'>;
}

/** @param see hears of every reading that was asked for */
export function createTaskCalls(
  { transport, clock, random, wire }: Omit<RetryContext, 'signal'> & { transport: Transport; wire: WireShape },
  store: TaskStore,
  { snapshotOf, remember }: TaskReadings,
  see: (taskId: string, snapshot: TaskSnapshot) => void,
): TaskCalls {
  const nameOf = (task: TaskReference): TaskName => {
    if (typeof task !== 'string') return task;
    const record = store.get(task);
    if (record === undefined) return { taskId: task };
    return record.taskId === undefined ? { outTaskId: record.outTaskId } : { taskId: record.taskId };
  };
  const body = (task: TaskName) =>
    'taskId' in task ? { task_id: task.taskId } : { out_task_id: task.outTaskId };

  async function ask(path: string, task: TaskReference, signal?: AbortSignal): Promise<TaskSnapshot> {
    const name = nameOf(task);
    const answer = await transport.send({ method: 'POST', path, body: body(name), signal });
    const snapshot = snapshotOf(answer, path, false, name);
    const whole = 'outTaskId' in name ? { ...snapshot, outTaskId: name.outTaskId } : snapshot;
    remember(whole.taskId, whole);
    see(whole.taskId, whole);
    return whole;
  }

  const retrying = <T>(signal: AbortSignal | undefined, attempt: () => Promise<T>) =>
    withRetry({ clock, random, signal }, attempt);
  const query = (task: TaskReference, { signal }: CallOptions = {}) => retrying(signal, () => ask('/v1/tasks/query', task, signal));
  const cancel = (task: TaskReference, { signal }: CallOptions = {}) => retrying(signal, () => ask('/v1/tasks/cancel', task, signal));

  async function send(request: GenerationRequest, outTaskId: string): Promise<TaskSnapshot> {
    const path = '/v1/tasks/submit';
    const payload = submitBody(request, outTaskId, wire);
    // No signal: the caller may leave, the submit is not called back half-way.
    const answer = await transport.send({ method: 'POST', path, body: payload, billable: true });
    return { ...snapshotOf(answer, path, true, { outTaskId }), outTaskId, model: request.model };
  }

  async function find(outTaskId: string): Promise<TaskSnapshot | 'absent' | 'unsupported'> {
    try {
      return await query({ outTaskId });
    } catch (error) {
      if (!isBytespikeError(error)) throw error;
      if (error.status === 404) return 'absent';
      if (error.status === 400) return 'unsupported';
      throw error;
    }
  }

  return { nameOf, ask, query, cancel, send, find };
}
