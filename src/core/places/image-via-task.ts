import { BytespikeError } from '../base/errors.js';
import type { ImageRequest, VideoRequest } from '../catalog/requests.js';
import type { ClientInternals } from '../client/internals.js';
import type { TaskSnapshot } from '../outcome/snapshot.js';
import { asImages, imagesOf } from './image-state.js';
import { imageStatus } from './image-status.js';
import type { MadeImages, Wish } from './image-wish.js';
import type { VideoRun } from './runs.js';
import type { ImageGenerationState, VideoTaskState } from './states.js';
import { createVideoRun } from './task-place.js';

/** Images that are rendered as a task: submitted, or found again after a reload, and followed as a video is. */
export interface ImageTask {
  get(): Partial<ImageGenerationState>;
  subscribe(listener: () => void): () => void;
  /** What came of it. */
  ended: Promise<MadeImages>;
  cancel(): Promise<unknown>;
}

/** What a record of the task store has become. */
export function followImageTask(client: ClientInternals, key: string): ImageTask {
  const run = createVideoRun(client, {});
  return imageTask(run, run.resume(key));
}

/**
 * Submits what somebody asked for, under its key.
 * @throws BytespikeError `aborted` when it was stopped: nothing is sent then
 */
export function submitImageTask(client: ClientInternals, request: ImageRequest, wish: Pick<Wish, 'key' | 'stop'>): ImageTask {
  if (wish.stop.signal.aborted) throw neverSent();
  const run = createVideoRun(client, {});
  // A task is followed alike, whatever is rendered.
  return imageTask(run, run.submit(request as VideoRequest, wish.key));
}

function imageTask(run: VideoRun, end: Promise<TaskSnapshot>): ImageTask {
  const ended = end.then((snapshot) => ({ images: imagesOf(snapshot), cost: snapshot.cost }));
  return { get: () => imageState(run.get()), subscribe: run.subscribe, ended, cancel: run.cancel };
}

function neverSent(): BytespikeError {
  return new BytespikeError({ code: 'aborted', message: 'It was cancelled before anything was sent. Nothing was billed.' });
}

function imageState({ status, assets, error, cost, progress }: VideoTaskState): Partial<ImageGenerationState> {
  return { status: imageStatus[status], images: asImages(assets), error, cost, progress };
}
