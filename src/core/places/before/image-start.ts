import type { ImageRequest } from '../../catalog/requests.js';
import type { ImageGenerationState } from '../states.js';

// What is shown of images before the rules of their place are loaded: nothing, or what was asked for. Pure.

export function idleImage(via: 'sync' | 'task'): ImageGenerationState {
  return { status: 'idle', via, request: undefined, images: [], error: undefined, cost: { billed: 'no' }, progress: {} };
}

export function begunImage(via: 'sync' | 'task', request: ImageRequest, submittedAt: number | undefined): ImageGenerationState {
  return { ...idleImage(via), status: 'pending', request, progress: { submittedAt, startedAt: submittedAt } };
}
