import type { Asset } from './asset.js';
import type { Client } from './client.js';
import { createImagePlace, type Wish } from './image-place.js';
import type { ImageTask } from './image-task.js';
import type { ImageEditRequest } from './images.js';
import { sharedPlace } from './places.js';
import type { ImageRequest } from './requests.js';
import type { ImageGenerationState } from './results.js';
import type { GenerationCost } from './task.js';

export interface ImageRunOptions {
  /**
   * `sync`: one request that answers with the images; a lost answer is found again only behind a
   * proxy that keeps answers, such as `bytespike-react/server`.
   * `task`: the images are rendered as a task, which survives lost answers and can be cancelled.
   * @default 'sync'
   */
  via?: 'sync' | 'task' | undefined;
  /** How many runs that ended are kept in `runs`. @default 0 */
  keepRuns?: number | undefined;
  /**
   * Names a slot of the interface, whose images are there again after a reload. One that was still
   * under way is asked for again under its key where the proxy keeps answers, and `unknown` where
   * not; `via: 'task'` goes on as a task. @default forgotten with the page
   */
  persist?: string | undefined;
}

/** The state, and the runs before it. */
export interface ImageRunState extends ImageGenerationState {
  runs: readonly ImageGenerationState[];
}

/** One slot of an interface that shows one image generation at a time. */
export interface ImageRun<Request extends ImageRequest = ImageRequest> {
  get(): ImageRunState;
  /** What is known before the browser is looked at: nothing. */
  initial(): ImageRunState;
  subscribe(listener: () => void): () => void;
  /** Looks for what the slot showed, and makes a first use faster. Call it once the page is there, never while rendering. */
  start(): void;
  generate(request: Request): Promise<readonly Asset[]>;
  cancel(): Promise<void>;
  reset(): void;
}

/** Draws. */
export function createImageRun(client: Client, options: ImageRunOptions, locks?: LockManager): ImageRun {
  const { via, keepRuns, persist } = options;
  const send = (request: ImageRequest, wish: Wish, follow: (task: ImageTask) => void) =>
    via === 'task' ? viaTask(client, request, wish, follow) : client.images.generate(request, callOf(wish));
  const create = () => createImagePlace(client, options, send, locks);
  return persist === undefined ? create() : sharedPlace(client, `image ${via} ${keepRuns} ${persist}`, create);
}

/** Edits an image of the user's. There is no task for it: `via` is always `sync`. Files cannot be remembered, so it has no slot. */
export function createImageEditRun(client: Client, { keepRuns }: Pick<ImageRunOptions, 'keepRuns'>, locks?: LockManager): ImageRun<ImageEditRequest> {
  return createImagePlace(client, { keepRuns }, (request, wish) => client.images.edit(request, callOf(wish)), locks);
}

const callOf = (wish: Wish) => ({
  signal: wish.stop.signal,
  idempotencyKey: wish.key,
  again: wish.again,
  onCost: (cost: GenerationCost) => (wish.told = cost),
});

async function viaTask(client: Client, request: ImageRequest, wish: Wish, follow: (task: ImageTask) => void): Promise<readonly Asset[]> {
  const { submitImageTask } = await import('./image-task.js');
  const task = submitImageTask(client, request, wish);
  follow(task);
  return task.ended;
}
