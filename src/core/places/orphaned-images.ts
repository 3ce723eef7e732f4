import { sleep } from '../base/clock.js';
import { linked } from '../base/signals.js';
import type { ClientInternals } from '../client/internals.js';
import { createImageWaits } from '../images/locks.js';
import { noteFailed } from '../images/notes.js';
import { type ImageRecord, imageStore } from '../records/image-store.js';
import { pageClosed, waitLeft } from './image-restore.js';

/** A slot that shows it may ask for it again: that comes first. */
const GRACE_MS = 2000;

/** Says of images whose page is gone that their outcome is not known. */
interface ImageWatch {
  /** All that are under way, as their records say. */
  see(running: readonly ImageRecord[]): void;
  stop(): void;
}

export function watchImages(client: ClientInternals, locks?: LockManager): ImageWatch {
  const { clock } = client;
  const waits = createImageWaits(client, locks);
  const records = imageStore(client);
  const watched = new Map<string, AbortController>();

  /** Ends once nobody waits for it, as far as can be seen, or no wait is that long. */
  async function untilLeft({ outTaskId, snapshot }: ImageRecord, signal: AbortSignal): Promise<void> {
    const over = linked(signal);
    const longest = sleep(clock, waitLeft(clock, snapshot), over.signal);
    // That nobody here waits for it says nothing of tabs that are not seen.
    const left = waits.whenFree(outTaskId, async () => {}, over.signal).then(() => (waits.seesOthers() ? undefined : longest), () => {});
    await Promise.race([left, longest]);
    over.abort();
  }

  async function judge(record: ImageRecord, signal: AbortSignal): Promise<void> {
    await untilLeft(record, signal);
    await sleep(clock, GRACE_MS, signal);
    await untilLeft(record, signal);
    if (signal.aborted) return;
    const { outTaskId } = record;
    if (records.get(outTaskId)?.snapshot.status === 'running') noteFailed(records, outTaskId, pageClosed(true), clock.wallNow());
  }

  return {
    see(running) {
      const keys = new Set(running.map(({ outTaskId }) => outTaskId));
      for (const [key, controller] of watched) {
        if (keys.has(key)) continue;
        controller.abort();
        watched.delete(key);
      }
      for (const record of running) {
        if (watched.has(record.outTaskId)) continue;
        const controller = new AbortController();
        watched.set(record.outTaskId, controller);
        judge(record, controller.signal).catch(() => watched.delete(record.outTaskId));
      }
    },
    stop() {
      for (const controller of watched.values()) controller.abort();
      watched.clear();
    },
  };
}
