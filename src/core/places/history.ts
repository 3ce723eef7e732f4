import { createStore } from '../base/observable.js';
import { whenLoaded } from '../base/part.js';
import type { ClientInternals } from '../client/internals.js';
import { type ImageRecord, imageStore } from '../records/image-store.js';
import { byNewest } from '../records/records.js';
import { type TaskRecord, taskStore } from '../records/task-store.js';
import { createRunningFollows } from './running-follows.js';
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

const noTasks: readonly TaskRecord[] = [];
/** Needed while an image is under way. */
const watching = { load: () => import('./orphaned-images.js'), current: () => undefined };

export function createTaskList(client: ClientInternals, locks?: LockManager): TaskList {
  const { batch, clock } = client;
  const store = taskStore(client);
  const images = imageStore(client);
  const state = createStore(noTasks, open);
  const follows = createRunningFollows(client, refreshWhileViewed);
  let drawing: readonly ImageRecord[] = [];
  let watch: ImageWatch | undefined;
  let stopLoading: (() => void) | undefined;

  function refresh(): void {
    const [submitted, drawn] = [store.list(), images.list()];
    follows.keep(submitted);
    watchRunning(drawn.filter(({ snapshot }) => snapshot.status === 'running'));
    const records = [...submitted, ...drawn].sort(byNewest);
    const current = state.get();
    if (records.length === current.length && records.every((record, index) => record === current[index])) return;
    state.set(records);
  }

  function refreshWhileViewed(): void {
    if (state.isWatched()) refresh();
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
      follows.stop();
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
