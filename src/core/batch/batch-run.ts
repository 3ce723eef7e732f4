import { createAwaited } from '../base/awaited.js';
import { createStore } from '../base/observable.js';
import { whenLoaded } from '../base/part.js';
import type { ClientInternals } from '../client/internals.js';
import { noBatch } from './no-batch.js';
import type { BatchOptions, BatchRun } from './states.js';

/** A batch before its part is loaded: nothing is in it, and what is asked of it waits. */
export function createBatchRun(client: ClientInternals, { persist }: BatchOptions): BatchRun {
  const part = client.asking(() => import('./place.js'), ({ batchOf }, given) => batchOf(client, given, persist));
  const run = createAwaited(part.load, createStore(noBatch));
  const changed = (change: (there: BatchRun) => void) => void run.ask(async (there) => change(there)).catch(() => {});
  return {
    get: run.get,
    initial: () => noBatch,
    subscribe: run.subscribe,
    start: () => whenLoaded(run, client.clock, (there) => there.start()),
    preview: (input) => run.current()?.preview(input),
    begin: (input) => run.ask((there) => there.begin(input)),
    pause: () => changed((there) => there.pause()),
    resume: () => changed((there) => there.resume()),
    cancel: (key) => changed((there) => there.cancel(key)),
    retry: (key) => changed((there) => there.retry(key)),
    reset: () => changed((there) => there.reset()),
  };
}
