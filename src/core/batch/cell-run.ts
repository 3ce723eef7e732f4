import { BytespikeError, isBytespikeError } from '../base/errors.js';
import { createStore } from '../base/observable.js';
import type { GenerationRequest, VideoRequest } from '../catalog/requests.js';
import type { ClientInternals } from '../client/internals.js';
import type { GenerationCost } from '../outcome/snapshot.js';
import type { ImageBook } from '../places/image-journal.js';
import { asImages } from '../places/image-state.js';
import type { MadeImages } from '../places/image-wish.js';
import type { VideoTaskState } from '../places/states.js';
import { createVideoRun } from '../places/task-place.js';
import type { BatchCell } from './states.js';

/** How one attempt stands, as far as the page that sends knows it. */
export interface CellView extends Pick<BatchCell, 'status' | 'taskId' | 'assets' | 'cost' | 'error' | 'progress'> {
  /** Whether the gateway never took it: nothing exists under its key. */
  isRefused: boolean;
}

/** One attempt at one cell, on the page that sends. What comes of it is in `get`. */
export interface CellRun {
  /** `undefined` before anything was asked of it. */
  get(): CellView | undefined;
  subscribe(listener: () => void): () => void;
  send(): Promise<unknown>;
  /**
   * Looks for what another page has sent, or whose answer was lost. Sends nothing that makes anything.
   * @param isWished also for what somebody had stopped @default false
   */
  find(isWished?: boolean): Promise<unknown>;
  /** @throws BytespikeError when the gateway could not be asked */
  cancel(): Promise<unknown>;
}

/** Made as a task: found, followed, cancelled and its links renewed as those of any other. */
export function taskRun(client: ClientInternals, request: GenerationRequest, key: string, isImage: boolean): CellRun {
  const run = createVideoRun(client, {});
  let seen: { state: VideoTaskState; view: CellView | undefined } | undefined;
  return {
    get() {
      const state = run.get();
      // The same for the same state, so that nothing renders for no news.
      if (seen?.state !== state) seen = { state, view: viewOf(state, isImage) };
      return seen.view;
    },
    subscribe: run.subscribe,
    // A task is submitted and followed alike, whatever is rendered.
    send: () => run.submit(request as VideoRequest, key),
    find: () => (run.get().status === 'idle' ? run.resume(key) : run.check()),
    cancel: run.cancel,
  };
}

function viewOf({ status, task, assets, cost, error, progress }: VideoTaskState, isImage: boolean): CellView | undefined {
  if (status === 'idle') return undefined;
  const isRefused = status === 'failed' && task === undefined;
  return { status, taskId: task?.taskId, assets: isImage ? asImages(assets) : assets, cost, error, progress, isRefused };
}

/** Made by one request, and written down as any other image is. */
export function imageRun(client: ClientInternals, request: GenerationRequest, key: string, book: ImageBook): CellRun {
  const { get, set, subscribe } = createStore<CellView | undefined>(undefined);
  let stop = new AbortController();

  async function show(made: (signal: AbortSignal) => Promise<MadeImages>, submittedAt: number | undefined): Promise<void> {
    stop = new AbortController();
    const { clock } = client;
    const begun: CellView = { status: 'running', taskId: undefined, assets: [], cost: { billed: 'no' }, error: undefined, progress: { submittedAt }, isRefused: false };
    set(begun);
    const end = (view: Partial<CellView>, endedAt = clock.wallNow()) => set({ ...begun, progress: { submittedAt, endedAt }, ...view });
    try {
      const { images, cost, endedAt } = await made(stop.signal);
      end({ status: 'completed', assets: images, cost }, endedAt);
    } catch (failure) {
      const error = isBytespikeError(failure) ? failure : unforeseen(failure);
      end({ status: statusOf(error), error, cost: { billed: error.billed }, isRefused: error.billed === 'no' });
    }
  }

  function ask(again?: { before: BytespikeError }): Promise<void> {
    const wish: { key: string; at: number; told?: GenerationCost; before?: BytespikeError } = { key, at: client.clock.now(), ...again };
    const call = (signal: AbortSignal) => ({ signal, idempotencyKey: key, again: again !== undefined, onCost: (cost: GenerationCost) => void (wish.told = cost) });
    return show((signal) => book.keep(wish, request, () => client.images.generate(request, call(signal))), client.clock.wallNow());
  }

  return {
    get,
    subscribe,
    send: () => ask(),
    async find(isWished = false) {
      const { became } = (await book.left(key)) ?? {};
      if (became?.kind === 'open') return show(became.find, became.submittedAt);
      if (became?.kind !== 'ended') return undefined;
      // Stopped on purpose, it was left alone; what a proxy has of it is asked for, and nothing is made.
      if (isWished && became.state.error?.code === 'aborted') return ask({ before: became.state.error });
      const { status, images, cost, error, progress } = became.state;
      return set({ status: status === 'success' ? 'completed' : status === 'unknown' ? 'unknown' : 'failed', taskId: undefined, assets: images, cost, error, progress, isRefused: false });
    },
    cancel: async () => stop.abort(),
  };
}

function statusOf({ code, billed }: BytespikeError): CellView['status'] {
  if (billed === 'unknown') return 'unknown';
  return code === 'aborted' ? 'cancelled' : 'failed';
}

/** Something here broke that nobody foresaw: nobody waits for ever. */
function unforeseen(cause: unknown): BytespikeError {
  return new BytespikeError({ code: 'outcome_unknown', message: 'This page could not go on with this image. It may have been made and billed.', billed: 'unknown', cause });
}
