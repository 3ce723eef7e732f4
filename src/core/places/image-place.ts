import { pageEnvironment } from '../base/environment.js';
import { isBytespikeError } from '../base/errors.js';
import { createStore } from '../base/observable.js';
import { createPart, whenLoaded } from '../base/part.js';
import type { ImageRequest } from '../catalog/requests.js';
import type { ClientInternals } from '../client/internals.js';
import type { Asset } from '../outcome/asset.js';
import type { ImageBook, LeftImage, MadeImages } from './image-journal.js';
import { begunImage, idleImage, isSameRequest, mayBeKept, statusOf } from './image-state.js';
import type { ImageTask } from './image-via-task.js';
import type { Wish } from './image-wish.js';
import type { ImageRun, ImageRunOptions, ImageRunState } from './runs.js';
import type { ImageGenerationState } from './states.js';

const bookPart = createPart(pageEnvironment(), () => import('./image-journal.js'));
const nothing = () => {};

/**
 * What one place of an interface shows: the image that was asked for last, or that an earlier page
 * left there. Every wish is written down, and found again by whoever opens the place next.
 */
export function createImagePlace<Request extends ImageRequest>(
  client: ClientInternals,
  options: ImageRunOptions,
  send: (request: Request, wish: Wish, follow: (task: ImageTask) => void) => Promise<readonly Asset[]>,
  locks?: LockManager,
): ImageRun<Request> {
  const { via = 'sync', keepRuns = 0, persist } = options;
  const { clock } = client;
  const idle: ImageRunState = { ...idleImage(via), runs: [] };
  const state = createStore(idle, () => {
    watchWhileViewed();
    return watchWhileViewed;
  });
  let book: ImageBook | undefined;
  let current: Wish | undefined;
  /** What is rendered as a task. */
  let task: ImageTask | undefined;
  let leave = nothing;
  let stopLooking = nothing;
  let isStarted = false;

  const patch = (change: Partial<ImageGenerationState>) => state.set({ ...state.get(), ...change });

  async function open(): Promise<ImageBook> {
    const { openImageBook } = await bookPart.load();
    if (book === undefined) {
      book = openImageBook(client, options, locks);
      watchWhileViewed();
    }
    return book;
  }

  function turnTo(wish: Wish | undefined, next: ImageRunState): void {
    stopLooking();
    isStarted = true;
    current = wish;
    task = undefined;
    state.set(next);
    watchWhileViewed();
  }

  function begin(wish: Wish, submittedAt: number): void {
    const { runs, ...last } = state.get();
    const kept = last.status === 'idle' ? runs : [last, ...runs].slice(0, keepRuns);
    turnTo(wish, { ...begunImage(via, wish.request, submittedAt), runs: kept });
  }

  /** Asking for the same once more, where that may bring what was paid for already, is the same wish. */
  function wishFor(request: Request): Wish {
    const last = current !== undefined && mayBeKept(state.get(), client.offers()) && isSameRequest(current.request, request) ? current : undefined;
    const before = last && state.get().error;
    const again = last?.again === true && before?.code !== 'aborted';
    return { request, key: last?.key ?? client.createId(), before, again, stop: new AbortController(), result: Promise.resolve([]) };
  }

  async function show(wish: Wish, made: Promise<MadeImages>): Promise<readonly Asset[]> {
    const showing = () => current === wish;
    const ended = () => ({ ...state.get().progress, endedAt: clock.wallNow() });
    // Without them the wait is shown as unknown.
    client.facts(wish.request).then(({ expectedSeconds }) => {
      if (showing() && state.get().status === 'pending') patch({ progress: { ...state.get().progress, expectedSeconds } });
    }, nothing);
    try {
      const { images, cost } = await made;
      if (showing()) patch({ status: 'success', images, cost, progress: ended() });
      return images;
    } catch (error) {
      if (showing() && isBytespikeError(error)) {
        patch({ status: statusOf(error), error, cost: { billed: error.billed }, progress: ended() });
      }
      throw error;
    }
  }

  /** As the slot was left by an earlier page, or by another tab. */
  function restore({ key, request, createdAt, became }: LeftImage): void {
    const wish: Wish = { request, key, again: true, stop: new AbortController(), result: Promise.resolve([]) };
    if (became.kind === 'ended') return turnTo(wish, { ...became.state, runs: [] });
    begin(wish, createdAt);
    if (became.kind === 'task') {
      const found = became.follow();
      wish.result = found.ended;
      patch({ via: 'task' });
      attend(found);
    } else wish.result = show(wish, became.find(wish.stop.signal));
    // Its outcome is in the state; nobody awaits this promise.
    wish.result.catch(nothing);
  }

  function attend(made: ImageTask): void {
    task = made;
    watchWhileViewed();
  }

  /** What another tab put into the slot, or took out of it. */
  async function turn(): Promise<void> {
    const turned = current;
    const found = await book?.left();
    // Whoever asked for something meanwhile wants that.
    if (current !== turned) return;
    if (found !== undefined) restore(found);
    else turnTo(undefined, idle);
  }

  /** What became of it elsewhere. */
  function look(): void {
    if (book?.hasTurned()) turn().catch(nothing);
    if (task !== undefined) return patch(withCost(task.get()));
    const made = state.get().status === 'unknown' ? book?.made(current?.key ?? '') : undefined;
    if (made !== undefined) patch(made);
  }

  /** Of what has ended, only the gateway's own word changes what is shown as its cost. */
  function withCost(seen: Partial<ImageGenerationState>): Partial<ImageGenerationState> {
    const { status, cost } = state.get();
    return status === 'success' && seen.cost?.final === undefined ? { ...seen, cost } : seen;
  }

  function watchWhileViewed(): void {
    leave();
    leave = nothing;
    if (!state.isWatched()) return;
    const stops = [persist === undefined ? undefined : book?.subscribe(look), task?.subscribe(look)];
    leave = () => stops.forEach((stop) => stop?.());
    if (book !== undefined) look();
  }

  return {
    get: state.get,
    initial: () => idle,
    subscribe: state.subscribe,
    start() {
      client.preload(via === 'task' ? 'tasks' : 'images').catch(nothing);
      if (isStarted) return;
      isStarted = true;
      const left = { load: async () => (await open()).left(), current: () => undefined };
      stopLooking = whenLoaded(left, clock, (found) => found && restore(found));
    },
    generate(request) {
      // A second click while the first is on its way is the same wish.
      if (current !== undefined && state.get().status === 'pending' && isSameRequest(current.request, request)) return current.result;
      const wish = wishFor(request);
      begin(wish, clock.wallNow());
      const follow = (made: ImageTask) => current === wish && attend(made);
      wish.result = show(wish, open().then((opened) => opened.keep(wish, request, () => send(request, wish, follow))));
      return wish.result;
    },
    async cancel() {
      // What has ended is left as it is.
      if (state.get().status !== 'pending' && state.get().status !== 'unknown') return;
      current?.stop.abort();
      await task?.cancel();
    },
    reset() {
      turnTo(undefined, idle);
      open().then((opened) => opened.clear(), nothing);
    },
  };
}
