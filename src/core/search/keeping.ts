import { type Clock, sleep } from '../base/clock.js';
import { refused, whileLocked } from '../base/web-locks.js';
import { shelfOf, type TaskStoreOptions } from '../records/shelf.js';
import { onForgotten, type VectorShelf, vectorShelf } from '../records/vectors.js';

/** For so long a device may look for what it keeps; some browsers never answer. */
const PATIENCE_MS = 3000;
/** Longer than any batch of another tab takes. */
const LOCK_MS = 60_000;

/** What is kept on this device, with patience, and for as long as its user is signed in. */
interface Keeping {
  /** What it comes to; whatever storage refuses stays in memory from then on. */
  attempt<T>(run: (shelf: VectorShelf) => Promise<T>, otherwise: T): Promise<T>;
  /** One tab at a time, where others see what this one keeps. */
  alone(name: string, run: () => Promise<void>): Promise<void>;
  /** Aborts when everything is to be forgotten. */
  life(): AbortSignal;
}

export function createKeeping(memory: TaskStoreOptions, clock: Clock, locks: LockManager | undefined): Keeping {
  let shelf = vectorShelf(memory);
  let life = new AbortController();
  onForgotten(memory, () => {
    life.abort();
    life = new AbortController();
  });

  async function late(signal: AbortSignal): Promise<never> {
    await sleep(clock, PATIENCE_MS, signal);
    throw new Error('Storage does not answer.');
  }

  return {
    life: () => life.signal,
    async attempt(run, otherwise) {
      if (shelf === undefined) return otherwise;
      const { signal: mine } = life;
      const over = new AbortController();
      try {
        return await Promise.race([run(shelf), late(over.signal)]);
      } catch (cause) {
        // What is being forgotten refuses as well.
        if (shelf !== undefined && !mine.aborted) memory.onDegraded?.(cause);
        if (!mine.aborted) shelf = undefined;
        return otherwise;
      } finally {
        over.abort();
      }
    },
    async alone(name, run) {
      if (locks === undefined || shelf === undefined) return run();
      const over = new AbortController();
      const begun = () => {
        over.abort();
        return run();
      };
      const given = sleep(clock, LOCK_MS, over.signal);
      const outcome = await whileLocked(locks, `${shelfOf(memory).prefix}search:${name}`, {}, begun, given).finally(() => over.abort());
      if (outcome === refused) await run();
    },
  };
}
