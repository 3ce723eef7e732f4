import { createParser } from 'eventsource-parser';

interface StreamHandlers {
  /** Any bytes at all: a heartbeat counts as a sign of life. */
  onSound: () => void;
  /** `id` is what a later stream may be asked to go on after. */
  onData: (data: string, id: string | undefined) => void;
}

const LONGEST_FRAME = 1024 * 1024;

/** Whether an answer is one. The name of a type may be in capitals. */
export function isEventStream(response: Response): response is Response & { body: ReadableStream<Uint8Array> } {
  return response.body !== null && /^text\/event-stream/i.test(response.headers.get('content-type') ?? '');
}

/**
 * Reads a server-sent event stream to its end. `EventSource` is deliberately not used: it hides
 * the status and the headers of a refusal, and gives up for good on most of them.
 * Resolves when the stream ends; rejects when the connection breaks, or a frame is longer than any.
 */
export async function readEventStream(body: ReadableStream<Uint8Array>, handlers: StreamHandlers, longestFrame = LONGEST_FRAME): Promise<void> {
  const parser = createParser({ onEvent: ({ data, id }) => handlers.onData(data, id), maxBufferSize: longestFrame });
  // One decoder for the whole stream: a character may be cut in two by the network.
  const decoder = new TextDecoder();
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      handlers.onSound();
      parser.feed(decoder.decode(value, { stream: true }));
    }
  } finally {
    // Releases the connection when a handler threw; a stream that has ended does not mind.
    reader.cancel().catch(() => {});
  }
}
