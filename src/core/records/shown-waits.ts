import type { Clock } from '../base/clock.js';
import { loadOnce } from '../base/load-once.js';
import { createStore, type Store } from '../base/observable.js';
import { whenLoaded } from '../base/part.js';
import type { ObservedWaits } from '../catalog/model.js';
import type { TaskStoreOptions } from './shelf.js';

type ShownWaits = Pick<Store<ObservedWaits | undefined>, 'get' | 'subscribe'>;

const shown = new WeakMap<TaskStoreOptions, ShownWaits>();

/**
 * How long tasks took, for who shows it. What reads the records is loaded with the first look; until then,
 * and where it cannot be had, nothing was seen.
 */
export function shownWaits(memory: TaskStoreOptions, clock: Clock): ShownWaits {
  const waits = shown.get(memory) ?? createShown(memory, clock);
  shown.set(memory, waits);
  return waits;
}

function createShown(memory: TaskStoreOptions, clock: Clock): ShownWaits {
  const reading = loadOnce(async () => (await import('./read-waits.js')).followWaits);
  const state = createStore<ObservedWaits | undefined>(undefined, () => {
    let stop = () => {};
    const stopLoading = whenLoaded(reading, clock, (followWaits) => (stop = followWaits(memory, state.set)));
    return () => {
      stopLoading();
      stop();
    };
  });
  return state;
}
