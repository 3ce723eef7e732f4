import { pageEnvironment } from '../base/environment.js';
import { loadOnce } from '../base/load-once.js';
import { createWatchers } from '../base/observable.js';
import { createPart, whenLoaded } from '../base/part.js';
import type { ClientInternals } from '../client/internals.js';
import { sharedPlace } from '../places/shared-place.js';
import { type ConversationOptions, type ConversationRun, noConversation } from './states.js';

/** A page pays for conversations once it has one on it. */
const part = createPart(pageEnvironment(), () => import('./conversation.js'));

/** A conversation before it is loaded: nothing is in it, and what is asked of it waits. */
export function createConversationRun(client: ClientInternals, options: ConversationOptions): ConversationRun {
  return sharedPlace(client, `conversation ${options.persist}`, () => open(client, options));
}

function open(client: ClientInternals, options: ConversationOptions): ConversationRun {
  const run = loadOnce(async () => (await part.load()).createConversation(client, options));
  const watchers = createWatchers(() => {
    let stop = () => {};
    const stopLoading = whenLoaded(run, client.clock, (there) => {
      stop = there.subscribe(watchers.tell);
      watchers.tell();
    });
    return () => {
      stopLoading();
      stop();
    };
  });
  return {
    get: () => run.current()?.get() ?? noConversation,
    initial: () => noConversation,
    subscribe: watchers.subscribe,
    start() {
      let leave: (() => void) | undefined;
      const stopLoading = whenLoaded(run, client.clock, (there) => (leave = there.start()));
      return () => {
        stopLoading();
        leave?.();
      };
    },
    send: async (turn) => (await run.load()).send(turn),
    retry: async () => (await run.load()).retry(),
    cancel: async () => (await run.load()).cancel(),
    choose: (index) => run.current()?.choose(index),
    rewind: (key) => run.current()?.rewind(key),
    show: (key) => run.current()?.show(key),
    reset: () => run.current()?.reset(),
  };
}
