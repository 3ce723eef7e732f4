import { createAwaited } from '../../base/awaited.js';
import { pageEnvironment } from '../../base/environment.js';
import { isBytespikeError } from '../../base/errors.js';
import { createStore } from '../../base/observable.js';
import { createPart, whenLoaded } from '../../base/part.js';
import type { ImageEditRequest, ImageRequest } from '../../catalog/requests.js';
import type { ClientInternals } from '../../client/internals.js';
import { begunImage, idleImage } from './image-start.js';
import type { ImageRun, ImageRunOptions, ImageRunState } from '../runs.js';

/** Most who come to a page never ask for images on it, and have none there. */
const part = createPart(pageEnvironment(), () => import('../image-run.js'));

/** Draws. */
export function createLazyImageRun(client: ClientInternals, options: ImageRunOptions, rules = part): ImageRun {
  return lazily(client, options, async () => (await rules.load()).createImageRun(client, options));
}

/** Edits an image of the user's. */
export function createLazyImageEditRun(client: ClientInternals, options: Pick<ImageRunOptions, 'keepRuns'>, rules = part): ImageRun<ImageEditRequest> {
  return lazily(client, options, async () => (await rules.load()).createImageEditRun(client, options));
}

/**
 * A place of images before its rules are there. They are loaded with the slot that it may show, once somebody begins to
 * do something on the page, or once something is asked of it; what was asked meanwhile is done then, in its order.
 */
function lazily<Request extends ImageRequest>(client: ClientInternals, { via = 'sync', persist }: ImageRunOptions, make: () => Promise<ImageRun<Request>>): ImageRun<Request> {
  const { clock } = client;
  const kind = via === 'task' ? 'tasks' : 'images';
  const idle: ImageRunState = { ...idleImage(via), runs: [] };
  const own = createStore(idle);
  const run = createAwaited(make, own);
  return {
    get: run.get,
    initial: () => idle,
    subscribe: run.subscribe,
    start() {
      const there = run.current();
      if (there !== undefined) return there.start();
      const stops: ((() => void) | undefined)[] = [];
      stops.push(
        run.first((come) => stops.push(come.start())),
        client.prepare(kind, () => void run.load().catch(() => {})),
      );
      if (persist !== undefined) stops.push(whenLoaded(run, clock, () => {}));
      return () => stops.forEach((stop) => stop?.());
    },
    generate(request) {
      if (run.current() === undefined) {
        own.set({ ...begunImage(via, request, clock.wallNow()), runs: [] });
        // Both at once.
        client.preload(kind).catch(() => {});
      }
      const made = run.ask((there) => there.generate(request));
      // Seen where the rules could not be loaded: else they show what became of it.
      made.catch((error: unknown) => isBytespikeError(error) && own.set({ ...own.get(), status: 'error', error, progress: { ...own.get().progress, endedAt: clock.wallNow() } }));
      return made;
    },
    cancel: () => run.ask((there) => there.cancel()),
    reset() {
      own.set(idle);
      if (run.current() !== undefined || run.isAsked() || persist !== undefined) run.ask(async (there) => there.reset()).catch(() => {});
    },
  };
}
