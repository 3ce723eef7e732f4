import type { BatchCell, BatchCellStatus } from '../../../core/batch/states.js';
import type { ImageGenerationStatus } from '../../../core/places/states.js';
import type { Generation } from '../../generation.js';

const IMAGE: Record<BatchCellStatus, ImageGenerationStatus> = {
  waiting: 'idle',
  submitting: 'pending',
  queued: 'pending',
  running: 'pending',
  cancelling: 'pending',
  completed: 'success',
  failed: 'error',
  cancelled: 'error',
  unknown: 'unknown',
};

/** A cell as what shows a generation takes it. What can be done with it is the batch's. */
export function generationOf({ status, request, taskId, assets, cost, error, progress }: BatchCell, kind: 'image' | 'video'): Generation {
  const common = { cost, error, progress };
  if (kind === 'image') return { ...common, status: IMAGE[status], via: taskId === undefined ? 'sync' : 'task', request, images: assets };
  return { ...common, status: status === 'waiting' ? 'idle' : status, connection: 'idle', request, task: undefined, assets };
}
