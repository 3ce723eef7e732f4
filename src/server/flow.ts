import { createByteRedactor } from './redact.js';

export interface FlowOptions {
  /** Never in what comes out. */
  secret: string;
  /** What becomes of the gateway's stream when the client leaves: ended, or read to its end unseen. */
  whenLeft: 'cancel' | 'drain';
}

/** The gateway's bytes as they come, asked for one chunk at a time and only when the client has taken the last. */
export function flow(body: ReadableStream<Uint8Array>, { secret, whenLeft }: FlowOptions): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  const redactor = createByteRedactor(secret);
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        for (;;) {
          const { value } = await reader.read().catch(brokenOff);
          const bytes = value === undefined ? redactor.end() : redactor.push(value);
          if (bytes.length > 0) controller.enqueue(bytes);
          if (value === undefined) return controller.close();
          if (bytes.length > 0) return;
        }
      },
      async cancel() {
        if (whenLeft === 'drain') void drain(reader);
        else await reader.cancel().catch(() => {});
      },
    },
    { highWaterMark: 0 },
  );
}

/** Cut off, and not closed: a half answer must not look whole. What the platform says of it stays here. */
function brokenOff(): never {
  throw new Error("The gateway's answer broke off.");
}

async function drain(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  try {
    while (!(await reader.read()).done);
  } catch {
    // It broke off, and nobody is left to be told.
  }
}
