import { BytespikeError } from '../base/errors.js';
import type { ImageRecord } from '../records/image-store.js';
import { begunImage } from './before/image-start.js';
import type { ImageGenerationState } from './states.js';

// How what is written down of a synchronous image reads.

const STATUS = { running: 'pending', completed: 'success', failed: 'error', unknown: 'unknown' } as const;

/** As it was left, by this page or by one that is gone. */
export function recordedImage(record: ImageRecord): ImageGenerationState {
  const { request, snapshot } = record;
  const begun = begunImage('sync', request, snapshot.submittedAt);
  return {
    ...begun,
    status: STATUS[snapshot.status],
    images: snapshot.assets,
    error: recordedError(record),
    cost: snapshot.cost,
    progress: { ...begun.progress, endedAt: snapshot.completedAt },
  };
}

export function recordedError({ snapshot: { error, cost } }: ImageRecord): BytespikeError | undefined {
  return error && new BytespikeError({ ...error, billed: cost.billed });
}
