import { type Clock, sleep, systemClock } from '../../core/base/clock.js';
import { within } from '../base/within.js';

/** What is written after money was spent. */
export interface DeferredWrites {
  /**
   * Writes it now, or once the store can again. May be done twice. Resolves when it is written, or
   * after a quarter of a second all the same: nobody waits for the books. Never rejects.
   * @returns whether it is written
   */
  write(entry: () => Promise<unknown>, bytes?: number): Promise<boolean>;
}

interface DeferredWritesOptions {
  clock: Clock;
  logger: Record<'info' | 'warn' | 'error', (message: string) => void> | undefined;
}

interface Entry {
  run: () => Promise<unknown>;
  bytes: number;
}

const PATIENCE_MS = 250;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 10_000;
/** What waits for a store that does not come back; of more the oldest is given up. */
const MOST_ENTRIES = 10_000;
const MOST_BYTES = 256 * 1024 * 1024;

export function createDeferredWrites({ clock, logger }: DeferredWritesOptions): DeferredWrites {
  const waiting: Entry[] = [];
  let bytes = 0;
  let given = 0;
  let isAtWork = false;

  function keep(entry: Entry): void {
    waiting.push(entry);
    bytes += entry.bytes;
    while (waiting.length > MOST_ENTRIES || bytes > MOST_BYTES) {
      bytes -= waiting.shift()?.bytes ?? 0;
      given++;
    }
    if (!isAtWork) void work();
  }

  async function work(): Promise<void> {
    isAtWork = true;
    logger?.error('bytespike: the store fails. What was spent meanwhile is booked once it is back; calls that cost money are refused until then.');
    let pause = FIRST_PAUSE_MS;
    for (let entry = waiting[0]; entry !== undefined; entry = waiting[0]) {
      await sleep(clock, pause);
      // More may have come, and the oldest may have been given up.
      entry = waiting.shift();
      if (entry === undefined) break;
      bytes -= entry.bytes;
      const isWritten = await succeeds(entry.run);
      pause = isWritten ? 0 : Math.min(pause === 0 ? FIRST_PAUSE_MS : pause * 2, LONGEST_PAUSE_MS);
      // Put last, so that one that never can be written holds up no other.
      if (!isWritten) {
        waiting.push(entry);
        bytes += entry.bytes;
      }
    }
    isAtWork = false;
    logger?.info(`bytespike: the store is back, and all is booked${given === 0 ? '' : ` but ${given} entries, which were too many to keep`}.`);
    given = 0;
  }

  return {
    async write(run, size = 0) {
      const written = succeeds(run).then((isWritten) => {
        if (!isWritten) keep({ run, bytes: size });
        return isWritten;
      });
      return within(systemClock, PATIENCE_MS, written).catch(() => false);
    },
  };
}

function succeeds(run: () => Promise<unknown>): Promise<boolean> {
  return run().then(
    () => true,
    () => false,
  );
}
