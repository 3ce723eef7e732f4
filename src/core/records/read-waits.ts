import { toJson } from '../base/json.js';
import type { ObservedWaits } from '../catalog/model.js';
import { observedRange, waitKey } from '../catalog/observed.js';
import type { TaskStoreOptions } from './storage.js';
import { type TaskStore, taskStore } from './task-store.js';
import { waitsOf } from './waits.js';

/** How long such tasks of this user took lately; nothing until a few have ended. Records are looked through again when one has changed, and when somebody asks then. */
export function observedWaits(tasks: Pick<TaskStore, 'list' | 'subscribe'>): ObservedWaits {
  let current: ObservedWaits | undefined;
  tasks.subscribe(() => (current = undefined));
  return (request) => (current ??= rangesOf(waitsOf(tasks.list())))(request);
}

/** Tells now, and whenever another task has ended: a page renders then. Returns how to stop. */
export function followWaits(memory: TaskStoreOptions, tell: (waits: ObservedWaits) => void): () => void {
  const tasks = taskStore({ memory });
  let known: string | undefined;
  const look = () => {
    const waits = waitsOf(tasks.list());
    const text = toJson([...waits]);
    if (text !== known) tell(rangesOf(waits));
    known = text;
  };
  look();
  return tasks.subscribe(look);
}

function rangesOf(waits: ReturnType<typeof waitsOf>): ObservedWaits {
  const ranges = new Map<string, ReturnType<ObservedWaits>>();
  return (request) => {
    const key = waitKey(request);
    if (!ranges.has(key)) ranges.set(key, observedRange(waits.get(key) ?? []));
    return ranges.get(key);
  };
}
