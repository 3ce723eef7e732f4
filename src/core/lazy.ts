import type { Account } from './account.js';
import type { Clock } from './clock.js';
import type { Environment } from './environment.js';
import { BytespikeError } from './errors.js';
import type { Images } from './images.js';
import { offlineError } from './offline.js';
import type { Tasks } from './tasks.js';

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

export function lazyTasks(part: Part<Tasks>, clock: Clock): Tasks {
  function watch(taskId: string, listener: Parameters<Tasks['watch']>[1]): () => void {
    let stop: (() => void) | undefined;
    let stopped = false;
    const begin = (): void => {
      if (stopped) return;
      part.load().then(
        (tasks) => {
          if (!stopped) stop = tasks.watch(taskId, listener);
        },
        () => {
          if (stopped) return;
          listener({ snapshot: undefined, connection: 'reconnecting', error: undefined });
          const timer = clock.setTimeout(begin, RELOAD_MS);
          stop = () => clock.clearTimeout(timer);
        },
      );
    };
    begin();
    return () => {
      stopped = true;
      stop?.();
    };
  }
  return {
    submit: async (...call) => (await part.load()).submit(...call),
    query: async (...call) => (await part.load()).query(...call),
    cancel: async (...call) => (await part.load()).cancel(...call),
    follow: async (...call) => (await part.load()).follow(...call),
    watch: (...call) => part.current()?.watch(...call) ?? watch(...call),
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

export function lazyImages(part: Part<Images>): Images {
  return {
    generate: async (...call) => (await part.load()).generate(...call),
    edit: async (...call) => (await part.load()).edit(...call),
  };
}
