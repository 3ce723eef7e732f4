import type { Asset } from './asset.js';
import type { Client } from './client.js';
import { asImages, imagesOf } from './image-state.js';
import type { ImageGenerationState, VideoTaskState, VideoTaskStatus } from './results.js';
import { createVideoRun } from './video-run.js';

/** Images that are rendered as a task, found again after a reload and followed as a video is. */
export interface ImageTask {
  get(): Partial<ImageGenerationState>;
  subscribe(listener: () => void): () => void;
  /** Its end. */
  ended: Promise<readonly Asset[]>;
  cancel(): Promise<unknown>;
}

const STATUS = {
  idle: 'pending',
  submitting: 'pending',
  queued: 'pending',
  running: 'pending',
  cancelling: 'pending',
  completed: 'success',
  failed: 'error',
  cancelled: 'error',
  unknown: 'unknown',
} as const satisfies Record<VideoTaskStatus, ImageGenerationState['status']>;

/** What a record of the task store has become. */
export function followImageTask(client: Client, key: string): ImageTask {
  const run = createVideoRun(client, {});
  const ended = run.resume(key).then(imagesOf);
  return { get: () => imageState(run.get()), subscribe: run.subscribe, ended, cancel: run.cancel };
}

function imageState({ status, assets, error, cost, progress }: VideoTaskState): Partial<ImageGenerationState> {
  return { status: STATUS[status], images: asImages(assets), error, cost, progress };
}
