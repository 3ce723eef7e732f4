import { useState } from 'react';
import type { TaskRecord } from '../../core/records/task-store.js';

/**
 * Where the keyboard is: on a task, wherever that moves, and where the task was once it is gone.
 * -1 when there is nothing.
 */
export function useActive(tasks: readonly TaskRecord[]): { index: number; chosen: boolean; activate: (index: number) => void; activateId: (id: string) => void } {
  const [active, setActive] = useState<{ id: string; index: number }>();
  const found = active === undefined ? -1 : indexOf(tasks, active);
  const index = found === -1 ? Math.min(active?.index ?? 0, tasks.length - 1) : found;
  return {
    index,
    chosen: active !== undefined,
    activate(next) {
      const id = tasks[next]?.outTaskId;
      if (id !== undefined) setActive({ id, index: next });
    },
    activateId: (id) => setActive({ id, index }),
  };
}

/** Most often it is where it was. */
function indexOf(tasks: readonly TaskRecord[], { id, index }: { id: string; index: number }): number {
  return tasks[index]?.outTaskId === id ? index : tasks.findIndex(({ outTaskId }) => outTaskId === id);
}
