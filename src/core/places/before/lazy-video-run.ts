import { createAwaited } from '../../base/awaited.js';
import type { Clock } from '../../base/clock.js';
import { pageEnvironment } from '../../base/environment.js';
import { isBytespikeError } from '../../base/errors.js';
import { createStore } from '../../base/observable.js';
import { createPart, type Part, whenLoaded } from '../../base/part.js';
import type { ClientInternals } from '../../client/internals.js';
import type { TaskSnapshot } from '../../outcome/snapshot.js';
import { taskStore } from '../../records/task-store.js';
import type { TaskCache, VideoRun, VideoRunOptions } from '../runs.js';
import { sharedPlace } from '../shared-place.js';
import type { VideoTaskState } from '../states.js';
import type { createVideoPlace } from '../task-place.js';
import { begun, idleVideoTask, refused, told } from './task-start.js';

/** Most who come to a page never make a clip on it, and have none there. */
const part = createPart(pageEnvironment(), async () => (await import('../task-place.js')).createVideoPlace);

/**
 * A place of one task before its rules are there. They are loaded once there is a task to show, somebody begins to do
 * something on the page, or something is asked of it; what was asked meanwhile is done then, in its order.
 */
export function createLazyVideoRun(client: ClientInternals, options: VideoRunOptions, cache?: TaskCache, rules: Part<typeof createVideoPlace> = part): VideoRun {
  const create = () => rules.current()?.(client, options, cache) ?? open(client, options, cache, rules);
  return options.persist === undefined || options.taskId !== undefined ? create() : sharedPlace(client, `video ${options.persist}`, create);
}

function open(client: ClientInternals, options: VideoRunOptions, cache: TaskCache | undefined, rules: Part<typeof createVideoPlace>): VideoRun {
  const { taskId, persist } = options;
  const { clock } = client;
  const store = taskStore(client);
  const slot = persist === undefined ? undefined : store.slot(persist);
  const own = createStore(prefetched(taskId === undefined ? undefined : cache?.get(taskId), clock));
  const initial = own.get();
  const run = createAwaited(async () => (await rules.load())(client, options, cache), own);
  /** Whether there is a task that it shows. */
  const isWanted = () => taskId !== undefined || slot?.get() !== undefined;

  return {
    get: run.get,
    initial: () => initial,
    subscribe: run.subscribe,
    start() {
      const there = run.current();
      if (there !== undefined) return there.start();
      const stops: ((() => void) | undefined)[] = [];
      const begin = () => run.current() === undefined && isWanted() && stops.push(whenLoaded(run, clock, () => {}));
      stops.push(
        run.first((come) => stops.push(come.start())),
        client.prepare('tasks', () => void rules.load().catch(() => {})),
        // Another tab, or the app itself, may put one there.
        store.subscribe(begin),
      );
      begin();
      return () => stops.forEach((stop) => stop?.());
    },
    submit(request, key = client.createId()) {
      if (run.current() === undefined) {
        own.set(begun(request, clock.wallNow(), 'submitting'));
        // Both at once.
        client.preload('tasks').catch(() => {});
      }
      const ended = run.ask((there) => there.submit(request, key));
      ended.catch((error: unknown) => isBytespikeError(error) && own.set(refused(own.get(), error, clock.wallNow())));
      return ended;
    },
    cancel: () => run.ask((there) => there.cancel()),
    resume: (id) => run.ask((there) => there.resume(id)),
    check: () => run.ask((there) => there.check()),
    reset() {
      own.set(idleVideoTask);
      if (run.current() !== undefined || run.isAsked() || isWanted()) run.ask(async (there) => there.reset()).catch(() => {});
    },
  };
}

/** As the rules of the place would show it; as there, the time is asked for a task alone. */
function prefetched(snapshot: TaskSnapshot | undefined, clock: Clock): VideoTaskState {
  return snapshot === undefined ? idleVideoTask : told(begun(undefined, undefined, 'queued'), snapshot, 'idle', undefined, clock.wallNow(), false);
}
