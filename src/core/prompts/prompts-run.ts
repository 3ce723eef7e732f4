import { createAwaited } from '../base/awaited.js';
import { createStore } from '../base/observable.js';
import { whenLoaded } from '../base/part.js';
import type { ClientInternals } from '../client/internals.js';
import { noPrompts } from './no-prompts.js';
import type { PromptsRun } from './states.js';

/** Saved prompts before their part is loaded: none are shown, and what is asked of them waits. */
export function createPromptsRun(client: ClientInternals): PromptsRun {
  const load = async () => (await import('./place.js')).createPrompts(client);
  const run = createAwaited(load, createStore(noPrompts));
  return {
    get: run.get,
    initial: () => noPrompts,
    subscribe: run.subscribe,
    start: () => whenLoaded(run, client.clock, () => {}),
    search: (text) => run.current()?.search(text) ?? [],
    save: (input) => run.ask((there) => there.save(input)),
    change: (id, change) => run.ask((there) => there.change(id, change)),
    remove: (id) => run.ask((there) => there.remove(id)),
    exportJson: () => run.ask((there) => there.exportJson()),
    importJson: (file) => run.ask((there) => there.importJson(file)),
  };
}
