import type { BatchCell } from '../../../core/batch/states.js';
import type { ImageRequest } from '../../../core/catalog/requests.js';
import type { TaskRecord } from '../../../core/records/task-store.js';
import type { GalleryItemStatus } from '../../../react/words/gallery.js';

/** A cell as the gallery has what it lists: its tiles then show it. */
export function recordOf({ outTaskId, taskId, request, status, assets, cost, error, progress }: BatchCell): TaskRecord {
  const { submittedAt, endedAt: completedAt } = progress;
  const common = { version: 1, outTaskId, request, createdAt: submittedAt ?? 0 } as const;
  const made = { assets, cost, submittedAt, completedAt };
  if (status === 'failed') {
    const { code, message, retryable } = error ?? { code: 'task_failed', message: '', retryable: false };
    return { ...common, via: 'sync', request: request as ImageRequest, snapshot: { ...made, status, error: { code, message, retryable } } };
  }
  if (status === 'unknown') return { ...common, via: 'sync', request: request as ImageRequest, snapshot: { ...made, status, error: { code: 'outcome_unknown', message: '', retryable: true } } };
  // Of one request nobody has it any more, where it came within the answer of a page that is gone.
  if (status === 'completed' && taskId === undefined && assets.length === 0) return { ...common, via: 'sync', request: request as ImageRequest, snapshot: { ...made, status, notKept: 1 } };
  if (status === 'waiting' || status === 'submitting') return common;
  return { ...common, taskId, snapshot: { ...made, taskId: taskId ?? '', status: status === 'cancelling' ? 'running' : status } };
}

/** How the gallery calls it; one that was not sent has no name there. */
export function tileStatus(status: Exclude<BatchCell['status'], 'waiting'>): GalleryItemStatus {
  return status === 'cancelling' ? 'running' : status;
}
