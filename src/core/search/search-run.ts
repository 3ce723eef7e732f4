import { createAwaited } from '../base/awaited.js';
import { createStore } from '../base/observable.js';
import type { ClientInternals } from '../client/internals.js';
import { noSearch } from './no-search.js';
import type { AssetSearchRun } from './states.js';

/** A search before its part is loaded: nothing is found, and what is asked of it waits. */
export function createSearchRun(client: ClientInternals): AssetSearchRun {
  const part = client.asking(() => import('./search.js'), ({ createSearch }, given) => createSearch(client, given));
  const run = createAwaited(part.load, createStore(noSearch));
  const told = (tell: (there: AssetSearchRun) => void) => void run.ask(async (there) => tell(there)).catch(() => {});
  return {
    ...run,
    initial: () => noSearch,
    see: (given) => told(({ see }) => see(given)),
    ask: (query, among) => told(({ ask }) => ask(query, among)),
    index: () => run.ask(({ index }) => index()),
    stop: () => told(({ stop }) => stop()),
  };
}
