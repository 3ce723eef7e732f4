import { BytespikeError } from '../base/errors.js';
import type { CostEstimate } from '../catalog/cost.js';
import { taskError } from '../outcome/failure.js';
import { isSettled } from '../outcome/status.js';
import { recordedImage } from '../places/image-outcomes.js';
import { asImages } from '../places/image-state.js';
import type { BatchPlan, CellNote, CellWish, KeptError } from '../records/batch-sheet.js';
import type { TaskRecord } from '../records/task-store.js';
import type { CellView } from './cell-run.js';
import { keyOf, type PlannedCell } from './matrix.js';
import { hasEnded } from './price.js';
import type { BatchCell } from './states.js';

// How what is written down of a cell, and what this page knows of it, read as one state. Pure.

/** All that the state of a cell follows from. */
export interface CellFacts {
  wish: CellWish;
  /** Of the latest attempt. */
  note: CellNote | undefined;
  record: TaskRecord | undefined;
  /** On the page that sends. */
  view: CellView | undefined;
}

type Standing = Pick<BatchCell, 'status' | 'taskId' | 'assets' | 'cost' | 'error' | 'progress'>;

const nothing: Standing = { status: 'waiting', taskId: undefined, assets: [], cost: { billed: 'no' }, error: undefined, progress: {} };

export function cellOf(plan: BatchPlan, { row, column, request, index, way }: PlannedCell, estimate: CostEstimate | undefined, facts: CellFacts): BatchCell {
  const { prompt, model } = request;
  const own = { key: keyOf(plan, index), outTaskId: keyOf(plan, index, facts.wish.attempt), row, column, prompt, model, request, estimate };
  return { ...own, ...standingOf(facts, way !== 'video') };
}

function standingOf({ wish, note, record, view }: CellFacts, isImage: boolean): Standing {
  const seen = view ?? (record && recorded(record, isImage)) ?? (note && noted(note));
  if (seen === undefined) return wish.isStopped ? { ...nothing, status: 'cancelled' } : nothing;
  const { status, taskId, assets, cost, error, progress } = seen;
  return { status: wish.isStopped && !hasEnded({ status }) ? 'cancelling' : status, taskId, assets, cost, error, progress };
}

/** Whether something is written down of it that has no end yet, or whose result is not there. */
export function isOpen(record: TaskRecord | undefined): boolean {
  if (record === undefined) return false;
  if (record.via === 'sync') return record.snapshot.status === 'running' || record.snapshot.status === 'unknown';
  return record.snapshot === undefined || !isSettled(record.snapshot);
}

/** As its record has it, which another tab may be writing. */
export function recorded(record: TaskRecord, isImage: boolean): Standing {
  if (record.via === 'sync') {
    const { status, images, cost, error, progress } = recordedImage(record);
    return { status: IMAGE_STATUS[status], taskId: undefined, assets: images, cost, error, progress };
  }
  const { createdAt, snapshot, taskId } = record;
  const progress = { submittedAt: createdAt };
  if (snapshot === undefined) return { ...nothing, status: 'submitting', taskId, progress };
  const { status, assets, cost } = snapshot;
  return { status, taskId: snapshot.taskId, assets: isImage ? asImages(assets) : assets, cost, error: taskError(snapshot), progress };
}

const IMAGE_STATUS = { idle: 'running', pending: 'running', success: 'completed', error: 'failed', unknown: 'unknown' } as const;

/** Its record is gone, or there never was one: how it ended is known all the same. */
function noted({ status, cost, error }: CellNote): Standing {
  return { ...nothing, status: status === 'sent' ? 'submitting' : status, cost, error: error && new BytespikeError(error) };
}

/** What is to be remembered of one that has ended. */
export function noteOf(attempt: number, { status, cost, error }: Pick<BatchCell, 'status' | 'cost' | 'error'>): CellNote | undefined {
  if (status !== 'completed' && status !== 'failed' && status !== 'cancelled' && status !== 'unknown') return undefined;
  return { attempt, status, cost, error: error && keptError(error) };
}

export function keptError({ code, message, billed, retryable }: BytespikeError): KeptError {
  return { code, message, billed, retryable };
}

/** It was to be sent, and nothing of it is written down. */
export function traceless(attempt: number): CellNote {
  const message = 'It was sent, and its record is not on this device any more: it was removed from the history, or the page closed while it was written. It may have been made and billed, and is not sent again by itself.';
  return { attempt, status: 'unknown', cost: { billed: 'unknown' }, error: { code: 'outcome_unknown', message, billed: 'unknown', retryable: false } };
}
