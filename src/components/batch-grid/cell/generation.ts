import type { BatchCell } from '../../../core/batch/states.js';
import { imageStatus } from '../../../core/places/image-status.js';
import type { Generation } from '../../generation.js';

/** A cell as what shows a generation takes it. What can be done with it is the batch's. */
export function generationOf({ status, request, taskId, assets, cost, error, progress }: BatchCell, kind: 'image' | 'video'): Generation {
  const common = { cost, error, progress };
  if (kind === 'image') return { ...common, status: status === 'waiting' ? 'idle' : imageStatus[status], via: taskId === undefined ? 'sync' : 'task', request, images: assets };
  return { ...common, status: status === 'waiting' ? 'idle' : status, connection: 'idle', request, task: undefined, assets };
}
