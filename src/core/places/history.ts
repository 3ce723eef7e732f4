import { createStore } from '../base/observable.js';
import { whenLoaded } from '../base/part.js';
import type { ClientInternals } from '../client/internals.js';
import { isSettled } from '../outcome/status.js';
import { type ImageRecord, imageStore } from '../records/image-store.js';
import { byNewest } from '../records/records.js';
import { type SubmittedRecord, type TaskRecord, taskStore } from '../records/task-store.js';
import type { ImageWatch } from './orphaned-images.js';

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

/** Whose reads are refused is read again after this. */
const REFUSED_MS = 60_000;
const noTasks: readonly TaskRecord[] = [];
/** Needed while an image is under way. */
const watching = { load: () => import('./orphaned-images.js'), current: () => undefined };

export function createTaskList(client: ClientInternals, locks?: LockManager): TaskList {
  const { tasks, batch, clock } = client;
  const store = taskStore(client);
  const images = imageStore(client);
  const state = createStore(noTasks, open);
  const follows = new Map<string, () => void>();
  let drawing: readonly ImageRecord[] = [];
  let watch: ImageWatch | undefined;
  let stopLoading: (() => void) | undefined;

  function refresh(): void {
    const [submitted, drawn] = [store.list(), images.list()];
    followRunning(submitted);
    watchRunning(drawn.filter(({ snapshot }) => snapshot.status === 'running'));
    const records = [...submitted, ...drawn].sort(byNewest);
    const current = state.get();
    if (records.length === current.length && records.every((record, index) => record === current[index])) return;
    state.set(records);
  }

  const refreshWhileViewed = () => {
    if (state.isWatched()) refresh();
  };

  function followRunning(records: readonly SubmittedRecord[]): void {
    const running = records.flatMap(({ taskId, snapshot }) =>
      taskId === undefined || (snapshot !== undefined && isSettled(snapshot)) ? [] : [taskId],
    );
    for (const taskId of running) if (!follows.has(taskId)) follows.set(taskId, followOne(taskId));
    for (const [taskId, stop] of follows) {
      if (running.includes(taskId)) continue;
      follows.delete(taskId);
      stop();
    }
  }

  /** What is refused, as without a session, is asked for again after a while: nothing leaves the history for that. */
  function followOne(taskId: string): () => void {
    let timer: unknown;
    const again = () => {
      follows.get(taskId)?.();
      follows.delete(taskId);
      refreshWhileViewed();
    };
    const stop = tasks.watch(taskId, ({ connection, error }) => {
      clock.clearTimeout(timer);
      if (connection === 'idle' && error !== undefined) timer = clock.setTimeout(again, REFUSED_MS);
    });
    return () => {
      clock.clearTimeout(timer);
      stop();
    };
  }

  /** An image cannot be followed; it is found out when nobody waits for it any more. */
  function watchRunning(running: readonly ImageRecord[]): void {
    drawing = running;
    watch?.see(drawing);
    if (drawing.length === 0) return;
    stopLoading ??= whenLoaded(watching, clock, ({ watchImages }) => {
      watch = watchImages(client, locks);
      watch.see(drawing);
    });
  }

  function open(): () => void {
    const leave = store.subscribe(() => batch(refreshWhileViewed));
    refresh();
    return () => {
      leave();
      for (const unfollow of follows.values()) unfollow();
      follows.clear();
      stopLoading?.();
      watch?.stop();
      stopLoading = undefined;
      watch = undefined;
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
