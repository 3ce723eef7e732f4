import type { Bytes } from '../media/media.js';

type Chunks = AsyncIterable<Bytes>;

/**
 * A response with another body made from its own, chunk by chunk. What is thrown breaks the body
 * after all that came before it; leaving early leaves the original too.
 */
export function rechunk(response: Response, change: (chunks: Chunks) => AsyncGenerator<Bytes>): Response {
  if (response.body === null) return response;
  const reader = response.body.getReader();
  const changed = change(read(reader));
  const body = new ReadableStream<Bytes>(
    {
      async pull(controller) {
        try {
          const { done, value } = await changed.next();
          if (!done) return controller.enqueue(value);
          controller.close();
          await reader.cancel();
        } catch (error) {
          reader.cancel().catch(() => {});
          throw error;
        }
      },
      cancel: (reason) => reader.cancel(reason),
    },
    // Nothing is read ahead: an error must not overtake what came before it.
    { highWaterMark: 0 },
  );
  return new Response(body, response);
}

async function* read(reader: ReadableStreamDefaultReader<Bytes>): AsyncGenerator<Bytes> {
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

export function isStream(response: Response): boolean {
  return response.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
}

const encode = (text: string): Bytes => new TextEncoder().encode(text);
export const decode = (bytes: Bytes): string => new TextDecoder().decode(bytes);

/** Changes the text of a stream, one frame at a time: the gateway's own streams send each as one chunk. */
export function retext(response: Response, change: (frame: string) => string): Response {
  return rechunk(response, async function* (chunks) {
    for await (const chunk of chunks) yield encode(change(decode(chunk)));
  });
}

/** With the name of the event, where it has one. */
const DATA = /^(event: [^\n]*\n)?data: (.*)\n\n$/s;

/** Changes the data of each frame into that of any number of frames; heartbeats pass, and the last word of OpenAI's. */
export function reframe(response: Response, change: (data: string) => readonly string[]): Response {
  return retext(response, (frame) => {
    const [, event = '', data] = DATA.exec(frame) ?? [];
    return data === undefined || data === '[DONE]' ? frame : change(data).map((text) => `${event}data: ${text}\n\n`).join('');
  });
}

/** Changes the JSON of an answer, or of every frame when the answer is a stream. */
export async function rejson(response: Response, change: (json: string) => string): Promise<Response> {
  if (isStream(response)) return reframe(response, (data) => [change(data)]);
  if (!response.headers.get('content-type')?.startsWith('application/json')) return response;
  return new Response(change(await response.text()), response);
}
