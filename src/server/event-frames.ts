import { createParser, type EventSourceMessage } from 'eventsource-parser';
import { encode } from './bytes.js';
import { type Patience, patiently } from './flow.js';

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
export function mapEvents(body: ReadableStream<Uint8Array>, map: EventMap, patience: Patience): ReadableStream<Uint8Array> {
  const decoder = new TextDecoder();
  let parsed: (EventSourceMessage | typeof HEARTBEAT)[] = [];
  const parser = createParser({
    maxBufferSize: LONGEST_FRAME,
    onEvent: (event) => parsed.push(event),
    onComment: () => parsed.push(HEARTBEAT),
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
        const json = parse(event.data);
        return json === undefined ? '' : map.clean(frame({ ...event, data: JSON.stringify(await map.data(json.value)) }));
      }),
    );
    return frames.join('');
  }

  return patiently(body, patience, 'cancel', async (chunk) => {
    if (chunk !== undefined) parser.feed(decoder.decode(chunk, { stream: true }));
    return encode(await written());
  });
}

function parse(data: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(data) };
  } catch {
    return undefined;
  }
}
