import type { Clock } from '../../core/base/clock.js';
import { Refusal } from '../base/refusal.js';

/** Tabs and devices of one user, on one instance; of the one stream of all tasks, and of those of single tasks, each. */
const MOST_STREAMS = 20;
/** So old may a yes be when news are told: some that come at once are one question. */
const FRESH_MS = 1000;
/** `:` and an empty line. */
const HEARTBEAT_BYTES = 3;

/** Counts what is open. */
export interface OpenStreams {
  /** Returns how to give the place back, once or more often. @throws Refusal 429 */
  take(whose: string): () => void;
}

export function createOpenStreams(): OpenStreams {
  const open = new Map<string, number>();
  return {
    take(whose) {
      const count = (open.get(whose) ?? 0) + 1;
      if (count > MOST_STREAMS) throw tooMany();
      open.set(whose, count);
      let isOpen = true;
      return () => {
        if (!isOpen) return;
        isOpen = false;
        const left = (open.get(whose) ?? 1) - 1;
        if (left === 0) open.delete(whose);
        else open.set(whose, left);
      };
    },
  };
}

interface WatchOptions {
  clock: Clock;
  /** How often it is asked while there is no news. */
  everyMs: number;
  /** Whether who opened it may still see it. */
  mayGoOn: () => Promise<boolean>;
  /** The client's. */
  signal: AbortSignal;
  onEnd: () => void;
}

/** Events for as long as who opened the stream may see them: asked before news are told, and now and then. */
export function watchStream(body: ReadableStream<Uint8Array>, { clock, everyMs, mayGoOn, signal, onEnd }: WatchOptions): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  let askedAt = clock.now();
  let asking: Promise<boolean> | undefined;
  let timer: unknown;
  let isOver = false;

  function ended(): void {
    isOver = true;
    clock.clearTimeout(timer);
    signal.removeEventListener('abort', leave);
    onEnd();
  }

  function leave(): Promise<void> {
    ended();
    // Who waits for the next piece gets the end.
    return reader.cancel().catch(() => {});
  }

  function ask(): Promise<boolean> {
    asking ??= mayGoOn().then((may) => {
      asking = undefined;
      askedAt = clock.now();
      if (!may) void leave();
      return may;
    });
    return asking;
  }

  function askLater(): void {
    timer = clock.setTimeout(() => void ask().then(() => !isOver && askLater()), everyMs);
  }

  signal.addEventListener('abort', leave);
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        askLater();
        reader.closed.then(ended, (error: unknown) => {
          ended();
          controller.error(error);
        });
      },
      async pull(controller) {
        const { value } = await reader.read();
        const isNews = value !== undefined && value.length > HEARTBEAT_BYTES;
        if (value === undefined || (isNews && clock.now() - askedAt > FRESH_MS && !(await ask()))) return controller.close();
        controller.enqueue(value);
      },
      cancel: leave,
    },
    { highWaterMark: 0 },
  );
}

function tooMany(): Refusal {
  return new Refusal({
    status: 429,
    code: 'concurrency_limit',
    message: `This user has ${MOST_STREAMS} streams of this kind open already. Close one, or read the tasks.`,
    reason: 'Too many streams at once.',
    headers: new Headers({ 'retry-after': '30' }),
  });
}
