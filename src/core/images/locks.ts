import { pageEnvironment } from '../base/environment.js';
import { whenAborted } from '../base/signals.js';
import { refused, whileLocked } from '../base/web-locks.js';

/** Who still waits for which image: pages of this browser, by locks that end with the page. */
export interface ImageWaits {
  /** Whether waits of other tabs are seen: not on a server, and not on a page that has no locks, or was refused one. */
  seesOthers(): boolean;
  /** Tells all that this page waits for it, until `work` ends. Returns `work`. */
  hold<T>(key: string, work: Promise<T>): Promise<T>;
  /** Runs once nobody waits for it any more, and holds it meanwhile. @throws when `signal` aborts before */
  whenFree<T>(key: string, run: () => Promise<T>, signal: AbortSignal): Promise<T>;
}

/** Those of a client see each other also without locks. */
const pages = new WeakMap<object, Map<string, Promise<void>>>();
const nothing = () => {};

export function createImageWaits(client: object, locks: LockManager | undefined = pageEnvironment().tabs?.locks): ImageWaits {
  let isRefused = locks === undefined;
  const here = pages.get(client) ?? new Map<string, Promise<void>>();
  pages.set(client, here);
  const nameOf = (key: string) => `bytespike:image:${key}`;

  function note(key: string, work: Promise<unknown>): Promise<void> {
    const over: Promise<void> = work.then(nothing, nothing).then(() => {
      if (here.get(key) === over) here.delete(key);
    });
    here.set(key, over);
    return over;
  }

  return {
    seesOthers: () => !isRefused,
    hold(key, work) {
      const over = note(key, work);
      // Without the lock nothing is lost but that other tabs know.
      if (locks !== undefined) whileLocked(locks, nameOf(key), {}, () => over).catch(nothing);
      return work;
    },
    async whenFree(key, run, signal) {
      const outcome = locks === undefined ? refused : await whileLocked(locks, nameOf(key), { signal }, run);
      if (outcome !== refused) return outcome;
      isRefused = true;
      const stopped = whenAborted(signal);
      for (let other = here.get(key); other !== undefined; other = signal.aborted ? undefined : here.get(key)) await Promise.race([other, stopped]);
      signal.throwIfAborted();
      const work = run();
      // It only waits for the work, and ends whatever comes of that.
      note(key, work).catch(nothing);
      return work;
    },
  };
}
