import type { Asset } from './asset.js';
import type { Client } from './client.js';
import { type BytespikeError, isBytespikeError } from './errors.js';
import type { ImageEditRequest } from './images.js';
import type { ImageRequest } from './requests.js';
import type { ImageGenerationState } from './results.js';
import { createStore } from './state.js';
import { taskError } from './task-error.js';

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
}

/** The state, and the runs before it. */
export interface ImageRunState extends ImageGenerationState {
  runs: readonly ImageGenerationState[];
}

/** One slot of an interface that shows one image generation at a time. */
export interface ImageRun<Request extends ImageRequest = ImageRequest> {
  get(): ImageRunState;
  initial(): ImageRunState;
  subscribe(listener: () => void): () => void;
  /** Makes a first use faster. Call it once the page is there. */
  start(): void;
  generate(request: Request): Promise<readonly Asset[]>;
  cancel(): Promise<void>;
  reset(): void;
}

/** One time that the user asked for images. */
interface Wish {
  request: ImageRequest;
  result: Promise<readonly Asset[]>;
  stop: AbortController;
  /** Under which a lost answer can be asked for again. */
  key: string;
  taskId?: string;
}

const idleImageGeneration: ImageRunState = {
  status: 'idle',
  via: 'sync',
  request: undefined,
  images: [],
  error: undefined,
  cost: { billed: 'no' },
  progress: {},
  runs: [],
};

/** Draws. */
export function createImageRun(client: Client, options: ImageRunOptions): ImageRun {
  return createRun(client, options, (request, wish) =>
    options.via === 'task' ? viaTask(client, request, wish) : client.images.generate(request, callOf(wish)),
  );
}

/** Edits an image of the user's. There is no task for it: `via` is always `sync`. */
export function createImageEditRun(client: Client, options: Pick<ImageRunOptions, 'keepRuns'>): ImageRun<ImageEditRequest> {
  return createRun(client, { keepRuns: options.keepRuns }, (request, wish) =>
    client.images.edit(request, callOf(wish)),
  );
}

const callOf = ({ stop, key }: Wish) => ({ signal: stop.signal, idempotencyKey: key });

async function viaTask(client: Client, request: ImageRequest, wish: Wish): Promise<readonly Asset[]> {
  const accepted = await client.tasks.submit(request);
  wish.taskId = accepted.taskId;
  const ended = await client.tasks.follow({ taskId: accepted.taskId });
  const error = taskError(ended);
  if (error !== undefined) throw error;
  return ended.assets.map((asset) => ({ ...asset, kind: 'image' }));
}

function createRun<Request extends ImageRequest>(
  client: Client,
  { via = 'sync', keepRuns = 0 }: ImageRunOptions,
  send: (request: Request, wish: Wish) => Promise<readonly Asset[]>,
): ImageRun<Request> {
  const { clock } = client;
  const idle: ImageRunState = { ...idleImageGeneration, via };
  const state = createStore(idle);
  let current: Wish | undefined;

  const patch = (change: Partial<ImageGenerationState>) => state.set({ ...state.get(), ...change });

  function begin(request: Request): void {
    const { runs, ...last } = state.get();
    const kept = last.status === 'idle' ? runs : [last, ...runs].slice(0, keepRuns);
    const submittedAt = clock.wallNow();
    state.set({ ...idle, runs: kept, status: 'pending', request, progress: { submittedAt, startedAt: submittedAt } });
  }

  /** Asking for the same once more, where that may bring what was paid for already, is the same wish. */
  function keyFor(request: Request): string {
    const isSame = current !== undefined && mayBeKept(state.get()) && same(current.request, request);
    return isSame ? current!.key : client.createId();
  }

  async function run(request: Request, wish: Wish): Promise<readonly Asset[]> {
    const showing = () => current === wish;
    const ended = () => ({ ...state.get().progress, endedAt: clock.wallNow() });
    // Without them the wait is shown as unknown, and the price is not.
    const facts = client.facts(request).catch(() => undefined);
    void facts.then((known) => {
      if (!showing() || state.get().status !== 'pending') return;
      patch({ progress: { ...state.get().progress, expectedSeconds: known?.expectedSeconds } });
    });
    try {
      const images = await send(request, wish);
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
    initial: () => idle,
    subscribe: state.subscribe,
    start: () => void client.preload(via === 'task' ? 'tasks' : 'images').catch(() => {}),
    generate(request) {
      // A second click while the first is on its way is the same wish.
      if (current !== undefined && state.get().status === 'pending' && same(current.request, request)) return current.result;
      const wish: Wish = { request, key: keyFor(request), stop: new AbortController(), result: Promise.resolve([]) };
      current = wish;
      begin(request);
      wish.result = run(request, wish);
      return wish.result;
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

/** Whether its answer was lost, and not for good. */
function mayBeKept({ status, error }: ImageGenerationState): boolean {
  return status === 'unknown' && (error?.retryable === true || error?.code === 'aborted');
}

/** Files are compared by identity: two of the same name may differ. */
function same(a: ImageRequest, b: ImageRequest): boolean {
  const [left, right] = [Object.entries(a), new Map<string, unknown>(Object.entries(b))];
  return left.length === right.size && left.every(([name, value]) => right.has(name) && right.get(name) === value);
}
