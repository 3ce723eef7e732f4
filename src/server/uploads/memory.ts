import { type Clock, systemClock } from '../../core/base/clock.js';
import { Refusal } from '../base/refusal.js';
import type { ServedUploads, Upload } from './stores.js';

export interface MemoryUploadsOptions {
  /** Of all that is kept. What is over that is refused until something has expired. @default 256 MiB */
  maxBytes?: number;
  /** Time, for tests. */
  clock?: Clock;
}

/** @source ours: a dozen of the largest pictures that the proxy takes, in a small server */
const MOST_BYTES = 256 * 1024 * 1024;

/** For one process: a restart forgets, and another instance has nothing of it. The proxy serves what is in it. */
export function memoryUploads({ maxBytes = MOST_BYTES, clock = systemClock }: MemoryUploadsOptions = {}): ServedUploads {
  const kept = new Map<string, { upload: Upload; bytes: Uint8Array<ArrayBuffer> }>();
  let size = 0;

  function drop(name: string): void {
    size -= kept.get(name)?.bytes.length ?? 0;
    kept.delete(name);
  }

  function tidy(): void {
    for (const [name, { upload }] of kept) if (upload.expiresAt <= clock.wallNow()) drop(name);
  }

  return {
    put(upload, bytes) {
      tidy();
      drop(upload.name);
      if (size + bytes.length > maxBytes) throw full();
      kept.set(upload.name, { upload, bytes });
      size += bytes.length;
    },
    get(name) {
      tidy();
      return kept.get(name)?.bytes;
    },
  };
}

function full(): Refusal {
  return new Refusal({
    status: 503,
    code: 'upload_limit',
    message: 'The server has no room for another picture at the moment, so nothing was kept. Try again later.',
    reason: '`memoryUploads` is full. Give it more `maxBytes`, or another store.',
  });
}
