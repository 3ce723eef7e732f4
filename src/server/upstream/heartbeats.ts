import type { Clock } from '../../core/base/clock.js';
import { encode } from '../base/bytes.js';
import { TimedOut, within } from '../base/within.js';
import { HEARTBEAT, HEARTBEAT_MS } from './event-frames.js';

/** Whole frames as they come, and a sign of life where none comes for long: who made them may say less than the way down needs. */
export function withHeartbeats(frames: ReadableStream<Uint8Array>, clock: Clock): ReadableStream<Uint8Array> {
  const reader = frames.getReader();
  let reading: ReturnType<typeof reader.read> | undefined;
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        // What breaks while nobody asks is told at once.
        reader.closed.catch((error: unknown) => controller.error(error));
      },
      async pull(controller) {
        reading ??= reader.read();
        const part = await within(clock, HEARTBEAT_MS, reading).catch((error: unknown) => {
          if (error instanceof TimedOut) return undefined;
          throw error;
        });
        if (part === undefined) return controller.enqueue(encode(HEARTBEAT));
        reading = undefined;
        if (part.done) controller.close();
        else controller.enqueue(part.value);
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}
