import { createStore } from '../base/observable.js';
import { whenLoaded } from '../base/part.js';
import type { ClientInternals } from '../client/internals.js';
import { isSettled } from '../outcome/status.js';
import { imageStore } from '../records/image-store.js';
import { byNewest } from '../records/records.js';
import { type SubmittedRecord, type TaskRecord, taskStore } from '../records/task-store.js';
import type { createGoingOn as create, GoingOn } from './going-on.js';

/** Every task and image of this user that is remembered here, newest first; tasks that run are followed while somebody looks. */
export interface TaskList {
  get(): readonly TaskRecord[];
  /** None: what is remembered is only looked at in the browser. */
  initial(): readonly TaskRecord[];
  subscribe(listener: () => void): () => void;
  /** Forgets one. It goes on rendering. */
  remove(outTaskId: string): void;
  /** Forgets all. They go on rendering. */
  clear(): void;
}

const noTasks: readonly TaskRecord[] = [];
/** Needed while something is under way. */
const goingOn = { load: () => import('./going-on.js'), current: () => undefined };

export function createTaskList(client: ClientInternals, locks?: LockManager): TaskList {
  const { batch, clock } = client;
  const store = taskStore(client);
  const images = imageStore(client);
  const state = createStore(noTasks, open);
  let going: GoingOn | undefined;
  let stopLoading: (() => void) | undefined;
  let running: Parameters<GoingOn['see']> = [[], []];

  function refresh(): void {
    const [submitted, drawn] = [store.list(), images.list()];
    running = [submitted.flatMap(runningId), drawn.filter(({ snapshot }) => snapshot.status === 'running')];
    going?.see(...running);
    // Tasks are followed. An image cannot be; it is found out when nobody waits for it any more.
    if (running.some(({ length }) => length > 0)) stopLoading ??= whenLoaded(goingOn, clock, attend);
    const records = [...submitted, ...drawn].sort(byNewest);
    const current = state.get();
    if (records.length === current.length && records.every((record, index) => record === current[index])) return;
    state.set(records);
  }

  function refreshWhileViewed(): void {
    if (state.isWatched()) refresh();
  }

  function attend({ createGoingOn }: { createGoingOn: typeof create }): void {
    going = createGoingOn(client, locks, refreshWhileViewed);
    going.see(...running);
  }

  function open(): () => void {
    const leave = store.subscribe(() => batch(refreshWhileViewed));
    refresh();
    return () => {
      leave();
      stopLoading?.();
      going?.stop();
      stopLoading = undefined;
      going = undefined;
    };
  }

  return {
    get: state.get,
    initial: () => noTasks,
    subscribe: state.subscribe,
    remove(outTaskId) {
      store.remove(outTaskId);
      images.remove(outTaskId);
    },
    clear: store.clear,
  };
}

function runningId({ taskId, snapshot }: SubmittedRecord): string[] {
  return taskId === undefined || (snapshot && isSettled(snapshot)) ? [] : [taskId];
}
