import type { BytespikeError } from '../../base/errors.js';
import { toJson } from '../../base/json.js';
import type { VideoRequest } from '../../catalog/requests.js';
import { taskError } from '../../outcome/failure.js';
import { lengthOf } from '../../outcome/length.js';
import type { TaskSnapshot } from '../../outcome/snapshot.js';
import { type Connection, isTerminal } from '../../outcome/status.js';
import type { GenerationProgress, VideoTaskState, VideoTaskStatus } from '../states.js';

// What is shown of one video task before its rules are loaded: nothing, what was asked for, or what was prefetched. Pure.

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

/** Refused for certain: nothing exists upstream. */
export function refused(previous: VideoTaskState, error: BytespikeError, now: number): VideoTaskState {
  return { ...previous, status: 'failed', connection: 'idle', error, progress: { ...previous.progress, endedAt: now } };
}

/** What a reading says, of a task of which it is the latest. */
export function told(previous: VideoTaskState, snapshot: TaskSnapshot, connection: Connection, error: BytespikeError | undefined, now: number, isWatched: boolean): VideoTaskState {
  return {
    ...previous,
    task: snapshot,
    connection,
    status: !isTerminal(snapshot.status) && previous.status === 'cancelling' ? 'cancelling' : snapshot.status,
    assets: snapshot.assets,
    cost: snapshot.cost,
    error: taskError(snapshot) ?? error,
    progress: progressed(previous.progress, snapshot, now, isWatched, connection),
  };
}

function progressed(previous: GenerationProgress, task: TaskSnapshot, now: number, isWatched: boolean, connection: Connection): GenerationProgress {
  const eta = task.estimatedSeconds;
  const isRunning = task.status === 'running';
  const submittedAt = previous.submittedAt ?? task.submittedAt ?? now;
  const next: GenerationProgress = {
    submittedAt,
    // Between two reads it can have begun at any time; towards the end they are close to each other.
    startedAt: previous.startedAt ?? (isRunning && isWatched && !previous.hasStarted && connection !== 'polling' ? now : undefined),
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
