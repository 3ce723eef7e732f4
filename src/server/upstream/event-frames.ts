import { createParser, type EventSourceMessage } from 'eventsource-parser';
import { encode } from '../base/bytes.js';
import { shapeOf } from '../calls/json-shape.js';
import { type Patience, patiently } from './flow.js';

/** A larger frame is no reading of a task. */
const LONGEST_FRAME = 1024 * 1024;
/** A shorter one cannot hold much. */
const SHORT_FRAME = 4096;

/** One event as it goes over the wire. */
export function frame({ id, event, data }: { id?: string | undefined; event?: string | undefined; data: string }): string {
  const lines = [id === undefined ? [] : [`id: ${id}`], event === undefined ? [] : [`event: ${event}`]].flat();
  return `${[...lines, ...data.split('\n').map((line) => `data: ${line}`)].join('\n')}\n\n`;
}

/** Tells proxies and watchdogs that the stream is alive. */
export const HEARTBEAT = ':\n\n';
/** Below the silence after which anything on the way gives a stream up. @source ours: a server of Bun's does after 10 s, left as it is */
export const HEARTBEAT_MS = 8000;

interface EventMap {
  /** Characters that one may have. @default as many as a reading of a task has at most */
  longest?: number | undefined;
  /** What becomes of an event's data. */
  data: (json: unknown) => Promise<unknown>;
  /** Goes over each frame as it is written. */
  clean: (text: string) => string;
}

/**
 * The gateway's events, each parsed, changed and written anew; what is not JSON is left out.
 * Asked for one chunk at a time and only when the client has taken the last.
 */
export function mapEvents(body: ReadableStream<Uint8Array>, map: EventMap, patience: Patience): ReadableStream<Uint8Array> {
  const decoder = new TextDecoder();
  const oneEnd = createLineEnds();
  let parsed: (EventSourceMessage | typeof HEARTBEAT)[] = [];
  const parser = createParser({
    maxBufferSize: map.longest ?? LONGEST_FRAME,
    onEvent: (event) => parsed.push(event),
    onComment() {
      // One says as much as a hundred thousand of them.
      if (parsed.at(-1) !== HEARTBEAT) parsed.push(HEARTBEAT);
    },
    onError: ({ type }) => {
      if (type === 'max-buffer-size-exceeded') throw new Error('An event is larger than any.');
    },
  });

  async function written(): Promise<string> {
    const events = parsed;
    parsed = [];
    const frames = await Promise.all(
      events.map(async (event) => {
        if (event === HEARTBEAT) return HEARTBEAT;
        const json = await parse(event.data);
        return json === undefined ? '' : map.clean(frame({ ...event, data: JSON.stringify(await map.data(json.value)) }));
      }),
    );
    return frames.join('');
  }

  return patiently(body, patience, 'cancel', async (chunk) => {
    if (chunk !== undefined) parser.feed(oneEnd(decoder.decode(chunk, { stream: true })));
    return encode(await written());
  });
}

/** Lines that all end alike: for each that ends with a carriage return the parser looks through all that is left of the chunk. */
function createLineEnds(): (text: string) => string {
  let held = '';
  return (text) => {
    const all = held + text;
    // Whether it stands alone is told by what comes next.
    held = all.endsWith('\r') ? '\r' : '';
    return all.slice(0, all.length - held.length).replace(/\r\n?/g, '\n');
  };
}

async function parse(data: string): Promise<{ value: unknown } | undefined> {
  if (data.length > SHORT_FRAME && (await shapeOf(encode(data))) !== 'fits') throw new Error('An event holds more than any.');
  try {
    return { value: JSON.parse(data) };
  } catch {
    return undefined;
  }
}
