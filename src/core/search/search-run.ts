import { createAwaited } from '../base/awaited.js';
import { createStore } from '../base/observable.js';
import type { ClientInternals } from '../client/internals.js';
import { noSearch } from './no-search.js';
import type { AssetSearchRun } from './states.js';

/** A search before its part is loaded: nothing is found, and what is asked of it waits. */
export function createSearchRun(client: ClientInternals): AssetSearchRun {
  const part = client.asking(() => import('./search.js'), ({ createSearch }, shared) => createSearch(client, shared));
  const run = createAwaited(part.load, createStore(noSearch));
  const told = (tell: (there: AssetSearchRun) => void) => void run.ask(async (there) => tell(there)).catch(() => {});
  return {
    get: run.get,
    initial: () => noSearch,
    subscribe: run.subscribe,
    see: (given) => told((there) => there.see(given)),
    ask: (query, among) => told((there) => there.ask(query, among)),
    index: () => run.ask((there) => there.index()),
    stop: () => told((there) => there.stop()),
  };
}
