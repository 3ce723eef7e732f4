import type { Asset } from './asset.js';
import type { Client } from './client.js';
import { BytespikeError } from './errors.js';
import { asImages, imagesOf } from './image-state.js';
import type { ImageRequest, VideoRequest } from './requests.js';
import type { ImageGenerationState, VideoTaskState, VideoTaskStatus } from './results.js';
import type { TaskSnapshot } from './task.js';
import { createVideoRun, type VideoRun } from './video-run.js';

/** Images that are rendered as a task: submitted, or found again after a reload, and followed as a video is. */
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
  return imageTask(run, run.resume(key));
}

/**
 * Submits images under this key.
 * @throws BytespikeError `aborted` when `signal` has been aborted: nothing is sent then
 */
export function submitImageTask(client: Client, request: ImageRequest, key: string, signal: AbortSignal): ImageTask {
  if (signal.aborted) throw neverSent();
  const run = createVideoRun(client, {});
  // A task is followed alike, whatever is rendered.
  return imageTask(run, run.submit(request as VideoRequest, key));
}

function imageTask(run: VideoRun, ended: Promise<TaskSnapshot>): ImageTask {
  return { get: () => imageState(run.get()), subscribe: run.subscribe, ended: ended.then(imagesOf), cancel: run.cancel };
}

function neverSent(): BytespikeError {
  return new BytespikeError({ code: 'aborted', message: 'It was cancelled before anything was sent. Nothing was billed.' });
}

function imageState({ status, assets, error, cost, progress }: VideoTaskState): Partial<ImageGenerationState> {
  return { status: STATUS[status], images: asImages(assets), error, cost, progress };
}
