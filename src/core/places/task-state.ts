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
  // A first reading says how things stand, and not since when.
  return told(previous, snapshot, connection, error, now, isAskedHere || previous.connection !== 'idle');
}

export function unknown(previous: VideoTaskState, error: BytespikeError): VideoTaskState {
  return { ...previous, status: 'unknown', connection: 'idle', error, cost: { ...previous.cost, billed: 'unknown' } };
}
