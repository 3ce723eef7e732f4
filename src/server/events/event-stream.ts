import type { Clock } from '../../core/base/clock.js';
import { isSettled } from '../../core/outcome/status.js';
import { encode } from '../base/bytes.js';
import { frame, HEARTBEAT, HEARTBEAT_MS } from '../upstream/event-frames.js';
import type { TaskNames } from '../users/task-names.js';
import type { KnownTask, TaskEvents } from './task-events.js';

/** A client that takes nothing for so long is gone, whatever TCP says. */
const STALLED_MS = 60_000;
/** Without a task that goes on, the connection is given back after this time. */
const IDLE_MS = 5 * 60_000;

interface EventStreamOptions {
  events: TaskEvents;
  clock: Clock;
  names: TaskNames;
  /** Whether a task's id holds its model, because keys differ by it. */
  keysDiffer: boolean;
  signal: AbortSignal;
  lastEventId: string | null;
}

/**
 * Ids of another process mean nothing here: its count began elsewhere. Made at first use, since an
 * edge runtime has no chance while a module is loaded.
 */
let epoch: string | undefined;
const epochOf = () => (epoch ??= crypto.randomUUID().slice(0, 8));

/**
 * All tasks of a user in one stream: at first those that go on and what the client does not know,
 * then each change. Of each task only the latest reading waits to be taken, so that a slow client
 * costs no memory and skips what is stale.
 */
export function eventStream(userId: string, options: EventStreamOptions): ReadableStream<Uint8Array> {
  const { events, clock, names, keysDiffer } = options;
  const pending = new Map<string, KnownTask>();
  const over = new AbortController();
  /** Ends the wait. A promise and no signal: news may come out of another request, which on Workers may not abort what is ours. */
  let wake = () => {};
  let stir = () => {};
  let stalled: unknown;
  let busyAt = clock.now();

  const unlisten = events.listen(userId, (task) => {
    pending.set(task.taskId, task);
    stir();
    wake();
  });
  followOnNews();
  const since = newsSince(options.lastEventId);
  for (const task of events.tasksOf(userId)) {
    // One that goes on is told again, so that a client knows of which tasks this instance tells.
    if (task.news > since || !isSettled(task.snapshot)) pending.set(task.taskId, task);
  }

  /** Begun here and not where the news came from: what a request begins on Workers ends with it. */
  function followOnNews(): void {
    const news = new Promise<void>((resolve) => {
      stir = resolve;
    });
    void news.then(() => {
      if (over.signal.aborted) return;
      events.follow(userId);
      followOnNews();
    });
  }

  function leave(): void {
    over.abort();
    wake();
    clock.clearTimeout(stalled);
    options.signal.removeEventListener('abort', leave);
    unlisten();
  }
  options.signal.addEventListener('abort', leave);
  if (options.signal.aborted) leave();

  async function written(): Promise<string> {
    const tasks = [...pending.values()].sort((a, b) => a.news - b.news);
    pending.clear();
    const frames = tasks.map(async ({ taskId, model, reading, news }) => {
      const named = await names.toClient({ ...(reading as object), task_id: taskId }, keysDiffer ? model : undefined);
      return frame({ id: `${epochOf()}.${news}`, data: JSON.stringify(named) });
    });
    return (await Promise.all(frames)).join('');
  }

  /** Until there is news, or nothing was said for long. */
  async function wait(): Promise<void> {
    if (pending.size > 0 || over.signal.aborted) return;
    let timer: unknown;
    await new Promise<void>((resolve) => {
      wake = resolve;
      timer = clock.setTimeout(resolve, HEARTBEAT_MS);
    });
    clock.clearTimeout(timer);
  }

  function isIdle(): boolean {
    const now = clock.now();
    if (events.tasksOf(userId).some(({ snapshot }) => !isSettled(snapshot))) busyAt = now;
    return now - busyAt >= IDLE_MS;
  }

  let first = true;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        clock.clearTimeout(stalled);
        // The first goes out at once, so that the client knows that it is heard.
        if (!first) await wait();
        const beat = first || pending.size === 0 ? HEARTBEAT : '';
        first = false;
        if (over.signal.aborted || (beat !== '' && isIdle())) {
          leave();
          return controller.close();
        }
        controller.enqueue(encode(beat + (await written())));
        stalled = clock.setTimeout(() => {
          leave();
          controller.error(new Error('The client took nothing.'));
        }, STALLED_MS);
      },
      cancel: leave,
    },
    { highWaterMark: 0 },
  );
}

function newsSince(lastEventId: string | null): number {
  const [since, count = ''] = (lastEventId ?? '').split('.');
  return since === epochOf() && /^\d{1,15}$/.test(count) ? Number(count) : -1;
}
