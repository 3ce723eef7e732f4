import { whenLoaded } from '../base/part.js';
import { refused, whileLocked } from '../base/web-locks.js';
import type { ClientInternals } from '../client/internals.js';
import { taskStore } from '../records/task-store.js';

/** Which of all tabs sends: the one that has the lock, until there is nothing more to do. */
interface Turn {
  /** Takes part, unless it does already. */
  seek(): void;
  /** Whether it is this one's. */
  isMine(): boolean;
  /** There is nothing more to do. */
  end(): void;
}

/** A page that has a lock is not put to sleep by its browser, and loses it with its end: then the next tab goes on. */
export function createTurn(client: ClientInternals, name: string, locks: LockManager | undefined, changed: () => void): Turn {
  let isSeeking = false;
  let end: (() => void) | undefined;
  // A submit finds its part there, so that little comes between what is noted of it and its record.
  const parts = { load: () => client.preload('tasks'), current: () => undefined };

  async function take(): Promise<void> {
    // News comes whether or not somebody looks.
    const leave = taskStore(client).subscribe(changed);
    await new Promise<void>((resolve) => {
      end = resolve;
      changed();
    });
    end = undefined;
    leave();
  }

  async function wait(): Promise<void> {
    try {
      const outcome = locks === undefined ? refused : await whileLocked(locks, name, {}, take);
      if (outcome === refused) await take();
    } catch {
      // The lock was taken from it: whoever has it sends.
      end = undefined;
    } finally {
      isSeeking = false;
      changed();
    }
  }

  return {
    seek() {
      if (isSeeking) return;
      isSeeking = true;
      whenLoaded(parts, client.clock, () => void wait());
    },
    isMine: () => end !== undefined,
    end: () => end?.(),
  };
}
