import type { BytespikeError } from '../base/errors.js';
import { mergeSnapshots } from '../outcome/snapshot.js';
import { isTerminal } from '../outcome/status.js';
import type { FollowState } from '../tasks/follow-context.js';
import type { GenerationProgress, VideoTaskState } from './states.js';
import { told } from './before/task-start.js';

// How the state of one video task follows from what happens to it. Pure.

/** With the wait that is usual for it, unless the gateway has said something better, which nothing is but what was seen. */
export function expecting(previous: VideoTaskState, expectedSeconds: GenerationProgress['expectedSeconds']): VideoTaskState {
  if (expectedSeconds === undefined || (previous.progress.expectedSeconds !== undefined && expectedSeconds.basis !== 'observed')) return previous;
  return { ...previous, progress: { ...previous.progress, expectedSeconds } };
}

/**
 * After a reading, or news about the connection. `now`: milliseconds since the epoch.
 * @param isSeen whether this page hears of it as it happens
 */
export function followed(previous: VideoTaskState, { snapshot: reading, connection, error }: FollowState, now: number, isSeen = false): VideoTaskState {
  // What answers a cancel or a look knows less than what was read before: the estimate, for one.
  const snapshot = reading && mergeSnapshots(previous.task, reading);
  // Nobody follows it any more, and it has no end: what became of it cannot be said.
  if (connection === 'idle' && error !== undefined && !(snapshot && isTerminal(snapshot.status))) return unknown({ ...previous, task: snapshot ?? previous.task }, error);
  return snapshot === undefined ? { ...previous, connection, error } : told(previous, snapshot, connection, error, now, isSeen);
}

export function unknown(previous: VideoTaskState, error: BytespikeError): VideoTaskState {
  return { ...previous, status: 'unknown', connection: 'idle', error, cost: { ...previous.cost, billed: 'unknown' } };
}
