import type { BytespikeError } from '../base/errors.js';
import type { VideoRequest } from '../catalog/requests.js';
import type { TaskSnapshot } from '../outcome/snapshot.js';
import { isSettled } from '../outcome/status.js';
import type { SubmittedRecord } from '../records/task-store.js';
import type { FollowState } from '../tasks/follow-context.js';
import type { GenerationProgress, VideoTaskState, VideoTaskStatus } from './states.js';
import { begun, idleVideoTask, refused } from './before/task-start.js';
import { expecting, followed, unknown } from './task-state.js';
import type { Asked } from './wish.js';

// How the run of a task goes from one phase to the next. Pure.

export type TaskPhase =
  /** Nobody has looked into the slot yet. */
  | 'new'
  /** There is nothing to show. */
  | 'empty'
  /** A submit of this place waits for its answer. */
  | 'sending'
  /** A submit that was never answered is looked for by its key. */
  | 'seeking'
  /** It has a task id, by which it is followed to its end. */
  | 'known'
  /** Nobody can say what became of the submit. */
  | 'lost'
  /** Nothing exists upstream. */
  | 'refused';

/** All that a place knows of the task that it shows. */
export interface TaskRun {
  phase: TaskPhase;
  /** Under which it was submitted. */
  key: string | undefined;
  taskId: string | undefined;
  /** `undefined` for what was not asked for here. */
  asked: Asked<VideoRequest> | undefined;
  /** Since when no news was missed, in milliseconds since the epoch; 0 for what was asked for here. */
  newsSince: number | undefined;
  shown: VideoTaskState;
}

/** What is told so soon after news came back has happened before: it says how things stand, and not since when. */
const CATCH_UP_MS = 2000;

/** What a journey begins with: whatever was there before is over. */
export type TaskBeginning =
  /** `at`: by the clock that only grows. */
  | { type: 'submitted'; request: VideoRequest; key: string; at: number }
  | {
      type: 'sought';
      /** What is remembered of it. */
      record: SubmittedRecord | undefined;
      /** `undefined` for a submit that was never answered. */
      taskId: string | undefined;
      status: VideoTaskStatus;
      /** What was read of it before. */
      snapshot: TaskSnapshot | undefined;
    }
  | { type: 'emptied' };

/** What a journey meets on its way. */
export type TaskNews =
  | { type: 'looked' }
  | { type: 'expected'; seconds: GenerationProgress['expectedSeconds'] }
  /** An answer to a call of this place: a submit, a look, a cancel. */
  | { type: 'read'; snapshot: TaskSnapshot }
  /** What the follow tells; `isLate`: what it knew before it was listened to. */
  | ({ type: 'heard'; isLate?: boolean } & FollowState)
  | { type: 'cancelling' }
  | (TaskFailed & { error: BytespikeError });

/** What came to nothing: the outcome cannot be known, nothing exists upstream, or it goes on although it was to be cancelled. */
export type TaskFailed = { type: 'lost' } | { type: 'refused' } | { type: 'notCancelled'; status: VideoTaskStatus };

export function newRun(shown: VideoTaskState = idleVideoTask): TaskRun {
  return { phase: 'new', key: undefined, taskId: undefined, asked: undefined, newsSince: undefined, shown };
}

/** @param now milliseconds since the epoch */
export function advance(run: TaskRun, event: TaskBeginning | TaskNews, now: number): TaskRun {
  const { phase } = run;
  switch (event.type) {
    case 'submitted': {
      const { request, key, at } = event;
      return { ...newRun(begun(request, now, 'submitting')), phase: 'sending', key, asked: { request, at }, newsSince: 0 };
    }
    case 'sought': {
      const { record, taskId, status, snapshot } = event;
      // A task is followed alike, whatever is rendered.
      const found = begun(record?.request as VideoRequest | undefined, record?.createdAt, status);
      const shown = followed(found, { snapshot, connection: 'idle', error: undefined }, now);
      return { ...newRun(shown), phase: taskId === undefined ? 'seeking' : 'known', key: record?.outTaskId, taskId };
    }
    case 'emptied':
      return { ...newRun(), phase: 'empty' };
    case 'looked':
      return phase === 'new' ? { ...run, phase: 'empty' } : run;
    default:
      // Without a journey there is nobody whom news could be of.
      return phase === 'new' || phase === 'empty' ? run : hear(run, event, now);
  }
}

function hear(run: TaskRun, event: Exclude<TaskNews, { type: 'looked' }>, now: number): TaskRun {
  const { phase, taskId, shown } = run;
  switch (event.type) {
    case 'expected':
      return { ...run, shown: expecting(shown, event.seconds) };
    case 'read':
      return heard({ ...run, phase: 'known', taskId: event.snapshot.taskId }, { ...event, connection: shown.connection, error: undefined }, now);
    case 'heard':
      return phase === 'known' ? heard(run, event, now) : run;
    case 'cancelling':
      return phase === 'refused' ? run : { ...run, shown: { ...shown, status: 'cancelling' } };
    case 'lost':
      return phase === 'refused' ? run : { ...run, phase: taskId === undefined ? 'lost' : 'known', shown: unknown(shown, event.error) };
    case 'refused':
      // Of what a look has found meanwhile, a refusal of sending it says nothing.
      return phase === 'sending' ? { ...run, phase: 'refused', key: undefined, shown: refused(shown, event.error, now) } : run;
    case 'notCancelled':
      return shown.status === 'cancelling' ? { ...run, shown: { ...shown, status: shown.task?.status ?? event.status, error: event.error } } : run;
  }
}

function heard(run: TaskRun, { isLate, ...news }: FollowState & { isLate?: boolean }, now: number): TaskRun {
  const { newsSince = now, shown } = run;
  const isNews = news.connection === 'live' || news.connection === 'polling';
  return {
    ...run,
    // Before the first news there was nothing to miss.
    newsSince: isNews ? newsSince : news.connection === shown.connection ? run.newsSince : undefined,
    shown: followed(shown, news, now, newsSince + CATCH_UP_MS <= now && !isLate),
  };
}

/** Of which task there may still be news. */
export function openTask({ taskId, shown: { task } }: TaskRun): string | undefined {
  return task && task.taskId === taskId && isSettled(task) ? undefined : taskId;
}
