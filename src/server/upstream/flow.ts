import type { Clock } from '../../core/base/clock.js';
import { createByteRedactor } from '../base/redact.js';
import { within } from '../base/within.js';

/** How long a stream may stand still. Milliseconds. */
export interface Patience {
  clock: Clock;
  /** For the gateway to say something. */
  idleMs: number;
  /** For the client to take something. */
  stalledMs: number;
}

interface FlowOptions {
  /** Never in what comes out. */
  secret: string;
  /** What becomes of the gateway's stream when the client leaves: ended, or read to its end unseen. */
  whenLeft: 'cancel' | 'drain';
  patience: Patience;
  /** Cut off above it. @default no limit */
  maxBytes?: number;
}

/** The gateway's bytes as they come, asked for one chunk at a time and only when the client has taken the last. */
export function flow(body: ReadableStream<Uint8Array>, options: FlowOptions): ReadableStream<Uint8Array> {
  const { secret, whenLeft, patience, maxBytes = Number.POSITIVE_INFINITY } = options;
  const redactor = createByteRedactor(secret);
  let size = 0;
  return patiently(body, patience, whenLeft, (chunk) => {
    size += chunk?.length ?? 0;
    if (size > maxBytes) throw brokenOff();
    return chunk === undefined ? redactor.end() : redactor.push(chunk);
  });
}

/**
 * A stream made of another: `change` gets each chunk and at last nothing, and returns what goes out.
 * Ended on both sides when one of them stands still for too long, or when `change` throws.
 */
export function patiently(
  body: ReadableStream<Uint8Array>,
  { clock, idleMs, stalledMs }: Patience,
  whenLeft: 'cancel' | 'drain',
  change: (chunk: Uint8Array | undefined) => Uint8Array | Promise<Uint8Array>,
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  let stalled: unknown;

  function leave(): Promise<void> {
    clock.clearTimeout(stalled);
    if (whenLeft === 'cancel') return reader.cancel().catch(() => {});
    void drain(reader);
    return Promise.resolve();
  }

  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        clock.clearTimeout(stalled);
        try {
          for (;;) {
            const { value } = await within(clock, idleMs, reader.read());
            const bytes = await change(value);
            if (bytes.length > 0) controller.enqueue(bytes);
            if (value === undefined) return controller.close();
            if (bytes.length > 0) break;
          }
        } catch {
          void reader.cancel().catch(() => {});
          throw brokenOff();
        }
        stalled = clock.setTimeout(() => {
          void leave();
          controller.error(new Error('The client took nothing.'));
        }, stalledMs);
      },
      cancel: leave,
    },
    { highWaterMark: 0 },
  );
}

/** Cut off, and not closed: a half answer must not look whole. What the platform says of it stays here. */
function brokenOff(): Error {
  return new Error("The gateway's answer broke off.");
}

async function drain(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  try {
    while (!(await reader.read()).done);
  } catch {
    // It broke off, and nobody is left to be told.
  }
}
