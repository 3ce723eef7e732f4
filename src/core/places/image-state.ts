import type { BytespikeError } from '../base/errors.js';
import type { ImageRequest } from '../catalog/requests.js';
import type { Asset } from '../outcome/asset.js';
import { taskError } from '../outcome/failure.js';
import type { TaskSnapshot } from '../outcome/snapshot.js';
import type { ImageGenerationState, ImageGenerationStatus } from './states.js';

// How the state of an image generation follows from what is known of it. Pure.

export function idleImage(via: 'sync' | 'task'): ImageGenerationState {
  return { status: 'idle', via, request: undefined, images: [], error: undefined, cost: { billed: 'no' }, progress: {} };
}

export function begunImage(via: 'sync' | 'task', request: ImageRequest, submittedAt: number): ImageGenerationState {
  return { ...idleImage(via), status: 'pending', request, progress: { submittedAt, startedAt: submittedAt } };
}

export function statusOf({ billed }: BytespikeError): ImageGenerationStatus {
  return billed === 'unknown' ? 'unknown' : 'error';
}

/** Whether its answer was lost, and not for good. */
export function mayBeKept({ status, error }: ImageGenerationState): boolean {
  return status === 'unknown' && (error?.retryable === true || error?.code === 'aborted');
}

/** @throws BytespikeError for a task that ended without a result */
export function imagesOf(ended: TaskSnapshot): readonly Asset[] {
  const error = taskError(ended);
  if (error !== undefined) throw error;
  return asImages(ended.assets);
}

/** Some dialects do not say what a link leads to. */
export function asImages(assets: readonly Asset[]): readonly Asset[] {
  return assets.map((asset) => (asset.kind === 'image' ? asset : { ...asset, kind: 'image' }));
}

/** Files are compared by identity: two of the same name may differ. */
export function isSameRequest(a: ImageRequest, b: ImageRequest): boolean {
  const [left, right] = [given(a), new Map(given(b))];
  return left.length === right.size && left.every(([name, value]) => right.has(name) && right.get(name) === value);
}

/** A field that is named as absent is absent, as it is once the request was remembered. */
function given(request: ImageRequest): [string, unknown][] {
  return Object.entries(request).filter(([, value]) => value !== undefined);
}
