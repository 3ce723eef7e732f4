import { sleep } from '../base/clock.js';
import { linked } from '../base/signals.js';
import { listen } from '../wire/push.js';
import type { FollowContext } from './follow-context.js';
import type { Knowledge } from './follow-knowledge.js';
import type { ReadPlan } from './read-plan.js';

/** A task that goes on for twice its usual wait is read this often, whatever the shared stream says. */
const DOUBT_MS = 60_000;

interface Streamed {
  context: FollowContext;
  taskId: string;
  known: Knowledge;
  /** One reading of the task. */
  read: () => Promise<void>;
}

/**
 * Where nothing says when to read.
 * @source ours: the even step of `cadence.ts`, which is loaded with the plan
 */
export const UNPLANNED_MS = 2000;

/** Nobody waits long for that part: without it tasks are read evenly, and without a network it is not asked for. */
export async function planOf({ clock, environment, plan }: FollowContext, known: Knowledge): Promise<ReadPlan | undefined> {
  if (plan.current() === undefined && environment.isOnline()) {
    const over = linked(known.signal);
    plan.load().then(over.abort, over.abort);
    await sleep(clock, UNPLANNED_MS, over.signal);
    over.abort();
  }
  return plan.current();
}

/** Calls back when the stream of all tasks begins to tell of this one. */
export function onCarried({ context, taskId, known }: Pick<Streamed, 'context' | 'taskId' | 'known'>, wake: () => void): () => void {
  return context.shared?.onChange(taskId, () => known.isCarried() && wake()) ?? (() => {});
}

/** For as long as the stream of all tasks tells of this one. */
export async function listenWithOthers({ context, taskId, known, read }: Streamed, patienceMs: number): Promise<void> {
  const { shared, pace } = context;
  const { signal } = known;
  while (shared !== undefined && !known.hasEnded() && (await shared.willCarry(taskId, patienceMs, signal)) && known.isCarried()) {
    known.hears(true);
    await shared.until(taskId, () => !known.isCarried(), doubtMs(context, known), signal);
    if (!known.hasEnded() && known.isCarried() && pace.wait() === 0) await read();
  }
  known.hears(false);
}

/** Milliseconds after which even a stream that goes on is not believed to tell everything. */
function doubtMs({ expect }: FollowContext, known: Knowledge): number {
  const { expected } = expect(known.get().snapshot);
  return Math.max(DOUBT_MS, 1000 * (2 * (expected?.max ?? 0) - known.elapsedSeconds()));
}

/**
 * Listens to the task alone for as long as that works, and others do not. A hidden page opens nothing: it is read once a minute.
 * Returns whether all is known of it up to now, because another task took its place.
 */
export async function listenAlone({ context, taskId, known, read }: Streamed): Promise<boolean> {
  const { environment, pace, push } = context;
  const quiet = pace.wait() > 0 || environment.isHidden() || !environment.isOnline();
  const stream = linked(known.signal);
  let isHeard = false;
  let isMoved = false;
  const leave = () => {
    isMoved = true;
    stream.abort();
  };
  const seek = () => context.streams.take({ left: () => secondsLeft(context, known), leave });
  const release = push.isOpen() && !quiet ? (seek() ?? ((await planOf(context, known)) && seek())) : undefined;
  if (release === undefined) {
    stream.abort();
    return false;
  }
  const unlisten = environment.onOffline(stream.abort);
  // A connection that slept through something cannot be trusted to say so.
  const unwake = environment.onWake(() => void read());
  const unshare = onCarried({ context, taskId, known }, stream.abort);
  const onData = (frame: unknown) => {
    known.hears(true);
    isHeard = true;
    const snapshot = context.interpret(frame);
    if (snapshot !== undefined) known.see(snapshot);
  };
  try {
    const path = `/v1/tasks/stream/${encodeURIComponent(taskId)}`;
    await listen(context.transport, context.clock, { path }, { onData }, stream.signal);
  } catch (error) {
    if (!stream.signal.aborted) {
      push.refuse(error);
      pace.heed(error);
    }
  } finally {
    known.hears(false);
    unlisten();
    unwake();
    unshare();
    stream.abort();
    release();
  }
  return isMoved && isHeard;
}

/** Seconds until the task should end. Where nothing says so, as late as any. */
export function secondsLeft({ plan }: FollowContext, known: Knowledge): number {
  return plan.current()?.left(known.moment()) ?? Infinity;
}
