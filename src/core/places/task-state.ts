import type { BytespikeError } from '../base/errors.js';
import { toJson } from '../base/json.js';
import type { VideoRequest } from '../catalog/requests.js';
import { taskError } from '../outcome/failure.js';
import { lengthOf } from '../outcome/length.js';
import { mergeSnapshots, type TaskSnapshot } from '../outcome/snapshot.js';
import { isTerminal } from '../outcome/status.js';
import type { FollowState } from '../tasks/follow-context.js';
import type { GenerationProgress, VideoTaskState, VideoTaskStatus } from './states.js';

// How the state of one video task follows from what happens to it. Pure.

export const idleVideoTask: VideoTaskState = {
  status: 'idle',
  connection: 'idle',
  request: undefined,
  task: undefined,
  assets: [],
  error: undefined,
  cost: { billed: 'no' },
  progress: {},
};

/** Nothing of it is known yet but what was asked for, and when. */
export function begun(
  request: VideoRequest | undefined,
  submittedAt: number | undefined,
  status: VideoTaskStatus,
): VideoTaskState {
  const cost = { billed: status === 'unknown' ? 'unknown' : 'no' } as const;
  return { ...idleVideoTask, status, request, cost, progress: { submittedAt } };
}

/** With the wait that is usual for it, unless the gateway has said something better, which nothing is but what was seen. */
export function expecting(previous: VideoTaskState, expectedSeconds: GenerationProgress['expectedSeconds']): VideoTaskState {
  if (expectedSeconds === undefined || (previous.progress.expectedSeconds !== undefined && expectedSeconds.basis !== 'observed')) return previous;
  return { ...previous, progress: { ...previous.progress, expectedSeconds } };
}

/**
 * After a reading, or news about the connection. `now`: milliseconds since the epoch.
 * @param isAskedHere whether this page has seen all of it
 */
export function followed(previous: VideoTaskState, { snapshot: reading, connection, error }: FollowState, now: number, isAskedHere = false): VideoTaskState {
  // What answers a cancel or a look knows less than what was read before: the estimate, for one.
  const snapshot = reading && mergeSnapshots(previous.task, reading);
  if (snapshot === undefined) {
    const next = { ...previous, connection, error };
    // Nobody looks for it any more.
    return connection === 'idle' && error !== undefined ? unknown(next, error) : next;
  }
  const running = !isTerminal(snapshot.status);
  // Nobody follows it any more, and it has no end: what became of it cannot be said.
  if (running && connection === 'idle' && error !== undefined) return unknown({ ...previous, task: snapshot }, error);
  return {
    ...previous,
    task: snapshot,
    connection,
    status: running && previous.status === 'cancelling' ? 'cancelling' : snapshot.status,
    assets: snapshot.assets,
    cost: snapshot.cost,
    error: taskError(snapshot) ?? error,
    // A first reading says how things stand, and not since when.
    progress: progressed(previous.progress, snapshot, now, isAskedHere || previous.connection !== 'idle'),
  };
}

export function unknown(previous: VideoTaskState, error: BytespikeError): VideoTaskState {
  return { ...previous, status: 'unknown', connection: 'idle', error, cost: { ...previous.cost, billed: 'unknown' } };
}

/** Refused for certain: nothing exists upstream. */
export function refused(previous: VideoTaskState, error: BytespikeError, now: number): VideoTaskState {
  return { ...previous, status: 'failed', connection: 'idle', error, progress: { ...previous.progress, endedAt: now } };
}

function progressed(previous: GenerationProgress, task: TaskSnapshot, now: number, isWatched: boolean): GenerationProgress {
  const eta = task.estimatedSeconds;
  const isRunning = task.status === 'running';
  const submittedAt = previous.submittedAt ?? task.submittedAt ?? now;
  const next: GenerationProgress = {
    submittedAt,
    startedAt: previous.startedAt ?? (isRunning && isWatched && !previous.hasStarted ? now : undefined),
    hasStarted: previous.hasStarted || isRunning || undefined,
    endedAt: previous.endedAt ?? (isTerminal(task.status) ? endOf(task, submittedAt, isWatched ? now : undefined) : undefined),
    expectedSeconds: eta === undefined || previous.expectedSeconds?.basis === 'observed' ? previous.expectedSeconds : { min: eta, max: eta, basis: 'estimate' },
  };
  return toJson(next) === toJson(previous) ? previous : next;
}

/**
 * By the clock of the submit, so that what lies between is how long it took: the gateway's own length,
 * or the moment at which it was seen to end. Of what ended while nobody looked it is unknown: the
 * gateway's clock may be another one.
 */
function endOf(task: TaskSnapshot, submittedAt: number, seen: number | undefined): number | undefined {
  const length = lengthOf(task);
  return length === undefined ? seen : submittedAt + length;
}
