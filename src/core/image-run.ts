import type { Asset } from './asset.js';
import type { Client } from './client.js';
import { type BytespikeError, isBytespikeError } from './errors.js';
import type { ImageRequest } from './requests.js';
import type { ImageGenerationState } from './results.js';
import { createStore } from './state.js';
import { taskError } from './task-error.js';

export interface ImageRunOptions {
  /**
   * `sync`: one request that answers with the images; a lost answer cannot be found again.
   * `task`: the images are rendered as a task, which survives lost answers and can be cancelled.
   * @default 'sync'
   */
  via?: 'sync' | 'task' | undefined;
}

/** One slot of an interface that shows one image generation at a time. */
export interface ImageRun {
  get(): ImageGenerationState;
  subscribe(listener: () => void): () => void;
  start(): void;
  generate(request: ImageRequest): Promise<readonly Asset[]>;
  cancel(): Promise<void>;
  reset(): void;
}

export const idleImageGeneration: ImageGenerationState = {
  status: 'idle',
  via: 'sync',
  request: undefined,
  images: [],
  error: undefined,
  cost: { billed: 'no' },
  progress: {},
};

export function createImageRun(client: Client, options: ImageRunOptions): ImageRun {
  const { clock } = client;
  const idle: ImageGenerationState = { ...idleImageGeneration, via: options.via ?? 'sync' };
  const state = createStore(idle);
  let current: { request: ImageRequest; result: Promise<readonly Asset[]>; stop: AbortController; taskId?: string } | undefined;

  const patch = (change: Partial<ImageGenerationState>) => state.set({ ...state.get(), ...change });

  async function viaTask(request: ImageRequest, run: { taskId?: string }): Promise<readonly Asset[]> {
    const accepted = await client.tasks.submit(request);
    run.taskId = accepted.taskId;
    const ended = await client.tasks.follow({ taskId: accepted.taskId });
    const error = taskError(ended);
    if (error !== undefined) throw error;
    return ended.assets.map((asset) => ({ ...asset, kind: 'image' }));
  }

  async function run(request: ImageRequest, mine: { stop: AbortController; taskId?: string }): Promise<readonly Asset[]> {
    const submittedAt = clock.wallNow();
    state.set({ ...idle, status: 'pending', request, progress: { submittedAt, startedAt: submittedAt } });
    const showing = () => current?.stop === mine.stop;
    // Without them the wait is shown as unknown, and the price is not.
    const facts = client.facts(request).catch(() => undefined);
    void facts.then((known) => {
      if (showing() && state.get().status === 'pending') {
        patch({ progress: { ...state.get().progress, expectedSeconds: known?.expectedSeconds } });
      }
    });
    const ended = () => ({ ...state.get().progress, endedAt: clock.wallNow() });
    try {
      const images = await (options.via === 'task'
        ? viaTask(request, mine)
        : client.images.generate(request, { signal: mine.stop.signal }));
      const price = (await facts)?.cost;
      const final = price?.exact ? price.max : undefined;
      if (showing()) patch({ status: 'success', images, cost: { final, billed: 'yes' }, progress: ended() });
      return images;
    } catch (error) {
      if (showing() && isBytespikeError(error)) {
        patch({ status: statusOf(error), error, cost: { billed: error.billed }, progress: ended() });
      }
      throw error;
    }
  }

  return {
    get: state.get,
    subscribe: state.subscribe,
    start: () => void client.preload(options.via === 'task' ? 'tasks' : 'images').catch(() => {}),
    generate(request) {
      // A second click while the first is on its way is the same wish.
      if (current !== undefined && state.get().status === 'pending' && same(current.request, request)) return current.result;
      const mine = { request, stop: new AbortController() };
      current = { ...mine, result: Promise.resolve([]) };
      const run_ = current;
      run_.result = run(request, run_);
      return run_.result;
    },
    async cancel() {
      if (current?.taskId !== undefined) await client.tasks.cancel({ taskId: current.taskId });
      else current?.stop.abort();
    },
    reset() {
      current = undefined;
      state.set(idle);
    },
  };
}

function statusOf(error: BytespikeError): ImageGenerationState['status'] {
  return error.billed === 'unknown' ? 'unknown' : 'error';
}

function same(a: ImageRequest, b: ImageRequest): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
