import { backoff } from '../base/backoff.js';
import { sleep } from '../base/clock.js';
import { linked } from '../base/signals.js';
import type { TaskSnapshot } from '../outcome/snapshot.js';
import type { FollowContext, FollowOptions } from './follow-context.js';
import { createKnowledge, FRESH_SECONDS, type Knowledge } from './follow-knowledge.js';
import { listenAlone, listenWithOthers, onCarried, planOf, secondsLeft, UNPLANNED_MS } from './follow-streams.js';
import type { ReadPlan } from './read-plan.js';

/** A browser that believes to be offline can be wrong: it is asked again this often. */
const OFFLINE_MS = 30_000;
/** Of a task whose submit was answered before this, the shared stream has told with its first words. */
const TOLD_MS = 250;

export interface Follow {
  /** Resolves at the task's end, when it proves not to exist or not to be shown to us (`error` is then set), or when `signal` aborts. */
  done: Promise<void>;
  /** Takes a reading that came another way, such as the answer to a cancel. */
  see(snapshot: TaskSnapshot): void;
}

/**
 * Follows one task until it ends: by the stream of all tasks where there is one, else by its own,
 * by reads shaped by the expected wait when push fails, and back to push when it can. Stopping it
 * does not stop the task.
 */
export function follow(context: FollowContext, options: FollowOptions): Follow {
  const known = createKnowledge(context, options);
  return { done: run(context, options, known), see: known.see };
}

async function run(context: FollowContext, { taskId, snapshot, elapsed }: FollowOptions, known: Knowledge): Promise<void> {
  const read = () => readOnce(context, known);
  const streamed = { context, taskId, known, read };
  const leave = context.shared?.join(taskId, known.see);
  // The answer to a submit is as good as a read.
  let isFresh = snapshot !== undefined && elapsed < FRESH_SECONDS;
  while (!known.hasEnded()) {
    await listenWithOthers(streamed, isFresh ? FRESH_SECONDS * 1000 : TOLD_MS);
    const isTold = !known.hasEnded() && !known.isCarried() && (await listenAlone(streamed));
    isFresh &&= known.elapsedSeconds() < FRESH_SECONDS;
    if (!isFresh && !isTold && !known.hasEnded() && !known.isCarried() && context.pace.wait() === 0) await read();
    isFresh = false;
    if (!known.hasEnded() && !known.isCarried()) await rest(context, taskId, known);
  }
  leave?.();
}

async function readOnce({ environment, reads, pace, read }: FollowContext, known: Knowledge): Promise<void> {
  const release = await reads.take();
  try {
    if (known.signal.aborted || !environment.isOnline() || pace.wait() > 0) return;
    known.see(await read(known.signal));
    known.missLinks();
  } catch (error) {
    known.fail(error);
  } finally {
    release();
  }
}

/** Until the next read, or until something wakes it before. */
async function rest(context: FollowContext, taskId: string, known: Knowledge): Promise<void> {
  const { clock, environment, pace, streams } = context;
  const begun = clock.now();
  const plan = await planOf(context, known);
  const silence = pace.wait();
  const timer = linked(known.signal);
  const stops = [onCarried({ context, taskId, known }, timer.abort)];
  // Not even a page that wakes may break a silence that was asked for.
  if (silence === 0) {
    const sayOffline = () => known.lose('offline');
    if (!environment.isOnline()) sayOffline();
    stops.push(environment.onOffline(sayOffline), environment.onWake(timer.abort), ...(plan === undefined ? [] : [plan.onDoubt(timer.abort)]));
    // A stream that another task gave back goes to the one that should end next.
    stops.push(streams.onFree(() => secondsLeft(context, known), timer.abort));
  }
  await sleep(clock, Math.max(silence, pause(context, known, plan) - (clock.now() - begun)), timer.signal);
  for (const stop of stops) stop();
  timer.abort();
}

/** Milliseconds until the next read, when nothing wakes the page before. */
function pause({ environment, random }: FollowContext, known: Knowledge, plan: ReadPlan | undefined): number {
  if (!environment.isOnline()) return OFFLINE_MS;
  if (known.failures() > 0) return backoff(known.failures(), random);
  return plan === undefined ? UNPLANNED_MS : 1000 * plan.next(known.moment(), environment.isHidden());
}
