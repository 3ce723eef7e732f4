import { BytespikeError } from '../base/errors.js';
import type { Asset } from '../outcome/asset.js';
import { taskError } from '../outcome/failure.js';
import type { TaskSnapshot } from '../outcome/snapshot.js';
import { IMAGES_OFFER } from '../wire/proxy-headers.js';
import type { ImageGenerationState, ImageGenerationStatus } from './states.js';

// How the state of an image generation follows from what is known of it. Pure.

export function statusOf({ billed }: BytespikeError): ImageGenerationStatus {
  return billed === 'unknown' ? 'unknown' : 'error';
}

/**
 * Whether its answer was lost, and not for good. What somebody stopped may be kept as long as nobody
 * knows that the proxy keeps nothing: to ask for it again is another wish there.
 */
export function mayBeKept({ status, error }: ImageGenerationState, offers: string | undefined): boolean {
  return status === 'unknown' && (error?.retryable === true || (error?.code === 'aborted' && !keepsNothing(offers)));
}

export function keepsNothing(offers: string | undefined): boolean {
  return offers !== undefined && !offers.includes(IMAGES_OFFER);
}

/** A refusal of asking once more says nothing of the time before: that may have been made and billed all the same. */
export function sinceBefore(error: BytespikeError, before: BytespikeError | undefined): BytespikeError {
  // A key that is another call's was never ours.
  if (before === undefined || error.billed !== 'no' || error.status === 422) return error;
  const { code, message, status, retryAt, requestId } = error;
  return new BytespikeError({
    code,
    message: `${message} That is of asking once more; what was asked for before may have been made and billed.`,
    billed: 'unknown',
    retryable: before.retryable,
    status,
    retryAt,
    requestId,
    cause: error,
  });
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
