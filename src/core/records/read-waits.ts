import { observedRange, waitKey } from '../catalog/observed.js';
import type { GenerationRequest } from '../catalog/requests.js';
import type { TaskStore } from './task-store.js';
import { waitsOf } from './waits.js';

/** How long such tasks of this user took lately; nothing until a few have ended. */
type ObservedWaits = (request: GenerationRequest) => { min: number; max: number } | undefined;

/** Records are looked through again when one has changed, and when somebody asks then. */
export function observedWaits(tasks: Pick<TaskStore, 'list' | 'subscribe'>): ObservedWaits {
  let waits: ReturnType<typeof waitsOf> | undefined;
  let ranges = new Map<string, ReturnType<ObservedWaits>>();
  tasks.subscribe(() => (waits = undefined));
  return (request) => {
    if (waits === undefined) {
      waits = waitsOf(tasks.list());
      ranges = new Map();
    }
    const key = waitKey(request);
    if (!ranges.has(key)) ranges.set(key, observedRange(waits.get(key) ?? []));
    return ranges.get(key);
  };
}
