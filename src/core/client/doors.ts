import type { Account } from '../wire/account.js';
import type { Clock } from '../base/clock.js';
import type { Environment } from '../base/environment.js';
import { type Billed, BytespikeError, isBytespikeError } from '../base/errors.js';
import type { Images } from '../images/images.js';
import { offlineError } from '../base/offline.js';
import type { ImageRequest } from '../catalog/requests.js';
import type { Store } from '../base/observable.js';
import type { Tasks } from '../tasks/tasks.js';

/** A part of the library that is loaded when it is first used, or before, by asking for it. */
export interface Part<T> {
  load(): Promise<T>;
  /** Once it is there. */
  current(): T | undefined;
}

/** A failed load is tried again by the next one: a deployment or a tunnel may have been in the way. */
export function createPart<T>(environment: Environment, load: () => Promise<T>): Part<T> {
  let current: T | undefined;
  let loading: Promise<T> | undefined;
  return {
    current: () => current,
    load() {
      loading ??= load().then(
        (part) => (current = part),
        (cause: unknown) => {
          loading = undefined;
          throw environment.isOnline() ? notLoaded(cause) : offlineError();
        },
      );
      return loading;
    },
  };
}

function notLoaded(cause: unknown): BytespikeError {
  return new BytespikeError({
    code: 'network_error',
    message: 'A part of the page could not be loaded, so nothing was sent and nothing was billed. Reload the page if this stays so.',
    retryable: true,
    cause,
  });
}

const RELOAD_MS = 5000;

/** Loads a part, again after a while when that fails, until it is there or the result is called. */
export function whenLoaded<T>(part: Part<T>, clock: Clock, ready: (value: T) => void, failed = (_error: unknown) => {}): () => void {
  let stopped = false;
  let timer: unknown;
  const begin = (): void =>
    void part.load().then(
      (value) => stopped || ready(value),
      (error: unknown) => {
        if (stopped) return;
        failed(error);
        timer = clock.setTimeout(begin, RELOAD_MS);
      },
    );
  const there = part.current();
  if (there === undefined) begin();
  else ready(there);
  return () => {
    stopped = true;
    clock.clearTimeout(timer);
  };
}

export function lazyTasks(part: Part<Tasks>, clock: Clock): Tasks {
  function watch(taskId: string, listener: Parameters<Tasks['watch']>[1]): () => void {
    let stop = () => {};
    const stopLoading = whenLoaded(
      part,
      clock,
      (tasks) => (stop = tasks.watch(taskId, listener)),
      () => listener({ snapshot: undefined, connection: 'reconnecting', error: undefined }),
    );
    return () => {
      stopLoading();
      stop();
    };
  }
  return {
    submit: async (...call) => (await part.load()).submit(...call),
    query: async (...call) => (await part.load()).query(...call),
    cancel: async (...call) => (await part.load()).cancel(...call),
    follow: async (...call) => (await part.load()).follow(...call),
    watch,
  };
}

export function lazyAccount(part: Part<Account>): Account {
  return {
    models: async () => (await part.load()).models(),
    pricing: async () => (await part.load()).pricing(),
    balance: async (...call) => (await part.load()).balance(...call),
    usage: async (...call) => (await part.load()).usage(...call),
  };
}

/** A synchronous image call that has not been answered yet. */
export interface Drawing {
  request: ImageRequest;
  /** How it ended for the money. It never rejects. */
  billed: Promise<Billed>;
}

export function lazyImages(part: Part<Images>, drawing: Store<readonly Drawing[]>): Images {
  function noted<T>(request: ImageRequest, answer: Promise<T>): Promise<T> {
    const billed = answer.then(
      () => 'yes' as const,
      (error: unknown) => (isBytespikeError(error) ? error.billed : 'unknown'),
    );
    const mine: Drawing = { request, billed };
    drawing.set([...drawing.get(), mine]);
    const over = () => drawing.set(drawing.get().filter((other) => other !== mine));
    billed.then(over, over);
    return answer;
  }
  return {
    generate: (request, options) => noted(request, part.load().then((images) => images.generate(request, options))),
    edit: (request, options) => noted(request, part.load().then((images) => images.edit(request, options))),
  };
}
