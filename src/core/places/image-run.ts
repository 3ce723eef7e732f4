import type { ImageEditRequest, ImageRequest } from '../catalog/requests.js';
import type { ClientInternals } from '../client/internals.js';
import type { Asset } from '../outcome/asset.js';
import type { GenerationCost } from '../outcome/snapshot.js';
import { createImagePlace } from './image-place.js';
import type { ImageTask } from './image-via-task.js';
import type { Wish } from './image-wish.js';
import type { ImageRun, ImageRunOptions } from './runs.js';
import { sharedPlace } from './shared-place.js';

/** Draws. */
export function createImageRun(client: ClientInternals, options: ImageRunOptions, locks?: LockManager): ImageRun {
  const { via, keepRuns, persist } = options;
  const send = (request: ImageRequest, wish: Wish, follow: (task: ImageTask) => void) =>
    via === 'task' ? viaTask(client, request, wish, follow) : client.images.generate(request, callOf(wish));
  const create = () => createImagePlace(client, options, send, locks);
  return persist === undefined ? create() : sharedPlace(client, `image ${via} ${keepRuns} ${persist}`, create);
}

/** Edits an image of the user's. There is no task for it: `via` is always `sync`. Files cannot be remembered, so it has no slot. */
export function createImageEditRun(client: ClientInternals, { keepRuns }: Pick<ImageRunOptions, 'keepRuns'>, locks?: LockManager): ImageRun<ImageEditRequest> {
  return createImagePlace(client, { keepRuns }, (request, wish) => client.images.edit(request, callOf(wish)), locks);
}

/** What a wish says of its call. */
export const callOf = (wish: Wish) => ({
  signal: wish.stop.signal,
  idempotencyKey: wish.key,
  again: wish.again,
  onCost: (cost: GenerationCost) => (wish.told = cost),
});

async function viaTask(client: ClientInternals, request: ImageRequest, wish: Wish, follow: (task: ImageTask) => void): Promise<readonly Asset[]> {
  const { submitImageTask } = await import('./image-via-task.js');
  const task = submitImageTask(client, request, wish);
  follow(task);
  const { images, cost } = await task.ended;
  wish.told = cost;
  return images;
}
