import type { Clock } from '../base/clock.js';
import { BytespikeError } from '../base/errors.js';
import { fromJson } from '../base/json.js';
import { linked } from '../base/signals.js';
import { isEventStream, readEventStream } from './event-stream.js';
import type { Transport } from './transport.js';

/** Heartbeats come more often than this; a stream that is quiet for longer is dead, whatever TCP says. */
const SILENCE_MS = 25_000;

interface PushSource {
  path: string;
  /** Goes on after the event of this id, where the server remembers it. */
  lastEventId?: string | undefined;
}

interface PushHandlers {
  /** Any bytes came, heartbeats included. */
  onSound?: () => void;
  onData: (json: unknown, id: string | undefined) => void;
}

/**
 * Listens until the stream ends, breaks, falls silent, or `signal` aborts.
 * An end says nothing about a task: the caller reads it.
 */
export async function listen(
  transport: Transport,
  clock: Clock,
  { path, lastEventId }: PushSource,
  handlers: PushHandlers,
  signal: AbortSignal,
): Promise<void> {
  const over = linked(signal);
  let watchdog = clock.setTimeout(over.abort, SILENCE_MS);
  const heard = () => {
    clock.clearTimeout(watchdog);
    watchdog = clock.setTimeout(over.abort, SILENCE_MS);
    handlers.onSound?.();
  };
  try {
    const response = await transport.open({
      method: 'GET',
      path,
      headers: { accept: 'text/event-stream', ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }) },
      signal: over.signal,
    });
    await readEventStream(eventBody(response), {
      onSound: heard,
      // A frame that is not JSON is nobody's reading of a task, and passed over like one.
      onData: (data, id) => handlers.onData(fromJson(data), id),
    });
  } finally {
    clock.clearTimeout(watchdog);
    over.abort();
  }
}

function eventBody(response: Response): ReadableStream<Uint8Array> {
  if (isEventStream(response)) return response.body;
  const type = response.headers.get('content-type') ?? '';
  throw new BytespikeError({
    code: 'invalid_response',
    message: `The stream answered ${type || 'without a type'} instead of text/event-stream. Check that the proxy passes streams through.`,
    status: response.status,
  });
}
