import type { Clock } from '../base/clock.js';
import type { Store } from '../base/observable.js';
import { type Part, whenLoaded } from '../base/part.js';
import type { Images } from '../images/images.js';
import { type PendingImage, underWay } from '../images/under-way.js';
import type { Tasks } from '../tasks/tasks.js';
import type { Account } from '../wire/account.js';

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

export function lazyImages(part: Part<Images>, pendingImages: Store<readonly PendingImage[]>): Images {
  return {
    generate: (request, options) => underWay(pendingImages, request, part.load().then((images) => images.generate(request, options))),
    edit: (request, options) => underWay(pendingImages, request, part.load().then((images) => images.edit(request, options))),
  };
}
