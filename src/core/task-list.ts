import type { Client } from './client.js';
import { createStore } from './state.js';
import { type TaskRecord, taskStore } from './store.js';
import { isSettled } from './task-status.js';

/** Every task of this user that is remembered here, newest first; those that run are followed while somebody looks. */
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

export function createTaskList(client: Client): TaskList {
  const { tasks, batch } = client;
  const store = taskStore(client);
  const state = createStore(noTasks);
  const follows = new Map<string, () => void>();
  let viewers = 0;
  let leave = () => {};

  function refresh(): void {
    const before = new Map(state.get().map((record) => [record.outTaskId, record]));
    // A record that says the same keeps its identity: its row need not render.
    const records = store.list().map((record) => {
      const known = before.get(record.outTaskId);
      return known !== undefined && JSON.stringify(known) === JSON.stringify(record) ? known : record;
    });
    followRunning(records);
    const current = state.get();
    if (records.length === current.length && records.every((record, index) => record === current[index])) return;
    state.set(records);
  }

  const refreshWhileViewed = () => {
    if (viewers > 0) refresh();
  };

  function followRunning(records: readonly TaskRecord[]): void {
    const running = records.flatMap(({ taskId, snapshot }) =>
      taskId === undefined || (snapshot !== undefined && isSettled(snapshot)) ? [] : [taskId],
    );
    for (const taskId of running) if (!follows.has(taskId)) follows.set(taskId, tasks.watch(taskId, () => {}));
    for (const [taskId, stop] of follows) {
      if (running.includes(taskId)) continue;
      follows.delete(taskId);
      stop();
    }
  }

  return {
    get: state.get,
    initial: () => noTasks,
    subscribe(listener) {
      const unsubscribe = state.subscribe(listener);
      if (viewers++ === 0) {
        leave = store.subscribe(() => batch(refreshWhileViewed));
        refresh();
      }
      return () => {
        unsubscribe();
        if (--viewers > 0) return;
        leave();
        for (const stop of follows.values()) stop();
        follows.clear();
      };
    },
    remove: store.remove,
    clear: store.clear,
  };
}
