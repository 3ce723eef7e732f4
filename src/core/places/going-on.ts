import type { ClientInternals } from '../client/internals.js';
import type { ImageRecord } from '../records/image-store.js';
import { watchImages } from './orphaned-images.js';
import { createRunningFollows } from './running-follows.js';

/** What goes on of that which is remembered: tasks are followed, images watched over. */
export interface GoingOn {
  /** All of it, and nothing else, from now on. */
  see(taskIds: readonly string[], images: readonly ImageRecord[]): void;
  stop(): void;
}

/** @param again called when a task whose reads were refused is to be followed again */
export function createGoingOn(client: ClientInternals, locks: LockManager | undefined, again: () => void): GoingOn {
  const follows = createRunningFollows(client, again);
  const watch = watchImages(client, locks);
  return {
    see(taskIds, images) {
      follows.keep(taskIds);
      watch.see(images);
    },
    stop() {
      follows.stop();
      watch.stop();
    },
  };
}
