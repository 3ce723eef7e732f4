import { createAwaited } from '../base/awaited.js';
import { pageEnvironment } from '../base/environment.js';
import { createStore } from '../base/observable.js';
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
  const run = createAwaited(async () => (await part.load()).createConversation(client, options), createStore(noConversation));
  /** What is asked of it is done once it is there; what cannot be loaded shows nothing that could be changed. */
  const changed = (change: (there: ConversationRun) => void) => void run.ask(async (there) => change(there)).catch(() => {});
  return {
    get: run.get,
    initial: () => noConversation,
    subscribe: run.subscribe,
    start() {
      let leave: (() => void) | undefined;
      const stopLoading = whenLoaded(run, client.clock, (there) => (leave = there.start()));
      return () => {
        stopLoading();
        leave?.();
      };
    },
    send: (turn) => run.ask((there) => there.send(turn)),
    retry: () => run.ask((there) => there.retry()),
    cancel: () => run.ask((there) => there.cancel()),
    choose: (index) => changed((there) => there.choose(index)),
    rewind: (key) => changed((there) => there.rewind(key)),
    show: (key) => changed((there) => there.show(key)),
    reset: () => changed((there) => there.reset()),
  };
}
