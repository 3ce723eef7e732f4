import type { Clock } from '../base/clock.js';
import { mergeSnapshots, type TaskSnapshot } from '../outcome/snapshot.js';
import { listen } from '../wire/push.js';
import type { Transport } from '../wire/transport.js';
import type { StreamPlaces } from './stream-places.js';

export interface StreamConnectionOptions {
  transport: Transport;
  clock: Clock;
  /** It takes one of these places when there is one, and does without when there is none. */
  streams: StreamPlaces;
  interpret(frame: unknown): TaskSnapshot | undefined;
}

interface StreamHandlers {
  /** Anything came at all, for the first time. */
  onLive: () => void;
  onReading: (snapshot: TaskSnapshot) => void;
  onEventId: (id: string) => void;
}

/** One connection to the stream of all tasks. */
export interface StreamConnection {
  readonly openedAt: number;
  isLive(): boolean;
  /** What it told of a task. */
  told(taskId: string): TaskSnapshot | undefined;
  /** Until it ends, breaks, or is closed; what it broke of is thrown, unless it was closed. */
  listen(lastEventId: string | undefined): Promise<void>;
  close(): void;
}

const PATH = '/v1/tasks/events';

export function createStreamConnection({ transport, clock, streams, interpret }: StreamConnectionOptions, handlers: StreamHandlers): StreamConnection {
  const over = new AbortController();
  const { signal } = over;
  const told = new Map<string, TaskSnapshot>();
  let isLive = false;

  function onSound(): void {
    if (isLive) return;
    isLive = true;
    handlers.onLive();
  }

  function onData(frame: unknown, id: string | undefined): void {
    if (id !== undefined) handlers.onEventId(id);
    const reading = interpret(frame);
    if (reading === undefined || signal.aborted) return;
    // Also of tasks that nobody follows yet: news may overtake the answer to the submit.
    const snapshot = mergeSnapshots(told.get(reading.taskId), reading);
    told.set(snapshot.taskId, snapshot);
    handlers.onReading(snapshot);
  }

  return {
    openedAt: clock.now(),
    isLive: () => isLive,
    told: (taskId) => told.get(taskId),
    close: () => over.abort(),
    async listen(lastEventId) {
      const release = streams.take();
      try {
        await listen(transport, clock, { path: PATH, lastEventId }, { onSound, onData }, signal);
      } catch (error) {
        if (!signal.aborted) throw error;
      } finally {
        release?.();
      }
    },
  };
}
