import { createParser, type EventSourceMessage } from 'eventsource-parser';
import { encode } from './bytes.js';

/** A larger frame is no reading of a task. */
const LONGEST_FRAME = 1024 * 1024;

/** One event as it goes over the wire. */
export function frame({ id, event, data }: { id?: string | undefined; event?: string | undefined; data: string }): string {
  const lines = [id === undefined ? [] : [`id: ${id}`], event === undefined ? [] : [`event: ${event}`]].flat();
  return `${[...lines, ...data.split('\n').map((line) => `data: ${line}`)].join('\n')}\n\n`;
}

/** Tells proxies and watchdogs that the stream is alive. */
export const HEARTBEAT = ':\n\n';

export interface EventMap {
  /** What becomes of an event's data. */
  data: (json: unknown) => Promise<unknown>;
  /** Goes over each frame as it is written. */
  clean: (text: string) => string;
}

/**
 * The gateway's events, each parsed, changed and written anew; what is not JSON is left out.
 * Asked for one chunk at a time and only when the client has taken the last.
 */
export function mapEvents(body: ReadableStream<Uint8Array>, map: EventMap): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let parsed: (EventSourceMessage | typeof HEARTBEAT)[] = [];
  let broken = false;
  const parser = createParser({
    maxBufferSize: LONGEST_FRAME,
    onEvent: (event) => parsed.push(event),
    onComment: () => parsed.push(HEARTBEAT),
    onError: ({ type }) => {
      broken ||= type === 'max-buffer-size-exceeded';
    },
  });

  async function written(): Promise<string> {
    const events = parsed;
    parsed = [];
    const frames = await Promise.all(
      events.map(async (event) => {
        if (event === HEARTBEAT) return HEARTBEAT;
        const json = parse(event.data);
        return json === undefined ? '' : map.clean(frame({ ...event, data: JSON.stringify(await map.data(json.value)) }));
      }),
    );
    return frames.join('');
  }

  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        for (;;) {
          const { done, value } = await reader.read().catch(brokenOff);
          if (done) return controller.close();
          parser.feed(decoder.decode(value, { stream: true }));
          if (broken) {
            void reader.cancel().catch(() => {});
            brokenOff();
          }
          const text = await written();
          if (text !== '') return controller.enqueue(encode(text));
        }
      },
      cancel: () => reader.cancel().catch(() => {}),
    },
    { highWaterMark: 0 },
  );
}

function brokenOff(): never {
  throw new Error("The gateway's answer broke off.");
}

function parse(data: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(data) };
  } catch {
    return undefined;
  }
}
