import type { Clock } from '../base/clock.js';
import { loadOnce } from '../base/load-once.js';
import { createStore, type Store } from '../base/observable.js';
import { whenLoaded } from '../base/part.js';
import { ENOUGH } from '../catalog/catalog.js';
import type { ObservedWaits } from '../catalog/model.js';
import type { TaskStoreOptions } from './shelf.js';
import { taskStore } from './task-store.js';

type ShownWaits = Pick<Store<ObservedWaits | undefined>, 'get' | 'subscribe'>;

const shown = new WeakMap<TaskStoreOptions, ShownWaits>();

/**
 * How long tasks took, for who shows it. What reads them is loaded once there may be enough; until then,
 * and where it cannot be had, nothing was seen.
 */
export function shownWaits(memory: TaskStoreOptions, clock: Clock): ShownWaits {
  const waits = shown.get(memory) ?? createShown(memory, clock);
  shown.set(memory, waits);
  return waits;
}

function createShown(memory: TaskStoreOptions, clock: Clock): ShownWaits {
  const reading = loadOnce(async () => (await import('./read-waits.js')).followWaits);
  const tasks = taskStore({ memory });
  const state = createStore<ObservedWaits | undefined>(undefined, () => {
    let stopReading: (() => void) | undefined;
    let stopFollowing = () => {};
    const look = () => {
      if (tasks.list().length < ENOUGH) return;
      stopLooking();
      stopReading = whenLoaded(reading, clock, (followWaits) => (stopFollowing = followWaits(memory, state.set)));
    };
    const stopLooking = tasks.subscribe(look);
    look();
    return () => {
      stopLooking();
      stopReading?.();
      stopFollowing();
    };
  });
  return state;
}
