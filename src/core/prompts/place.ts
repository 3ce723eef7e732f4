import { BytespikeError } from '../base/errors.js';
import { createStore } from '../base/observable.js';
import type { ClientInternals } from '../client/internals.js';
import { inMemory } from '../records/shelf.js';
import { entriesOf } from '../records/storage.js';
import { savedDraft } from './draft-of.js';
import { merged, readFile, writeFile } from './file.js';
import { keptPrompts } from './kept-prompts.js';
import { nameFor } from './name-for.js';
import { noPrompts } from './no-prompts.js';
import { recentPrompts } from './recent.js';
import { searchPrompts } from './search.js';
import { faultOf, MOST_PROMPTS, refused, tidyTags } from './shape.js';
import type { PromptInput, PromptsActions, PromptsSearch, PromptsState, SavedPrompt } from './states.js';

interface Prompts extends PromptsActions, PromptsSearch {
  get(): PromptsState;
  subscribe(listener: () => void): () => void;
}

/** Saved prompts, on the shelf of the user's tasks. */
export function createPrompts(client: ClientInternals): Prompts {
  const { batch, clock, memory } = client;
  const entries = entriesOf(memory);
  const kept = keptPrompts(entries);
  const state = createStore(noPrompts, open);

  function refresh(): void {
    const before = state.get();
    const [prompts, recent] = [same(before.prompts, kept.list()), same(before.recent, recentPrompts(client))];
    const isKept = !inMemory.has(memory);
    if (before.status === 'ready' && prompts === before.prompts && recent === before.recent && isKept === before.isKept) return;
    state.set({ status: 'ready', prompts, recent, isKept });
  }

  function open(): () => void {
    refresh();
    return entries.subscribe(() => batch(() => state.isWatched() && refresh()));
  }

  async function save({ id, name = '', tags = [], draft }: PromptInput): Promise<SavedPrompt> {
    const before = id === undefined ? undefined : kept.read(id);
    const now = clock.wallNow();
    const prompt: SavedPrompt = {
      id: id ?? client.createId(),
      name: name.trim() === '' ? nameFor(draft.prompt) : name.trim(),
      tags: tidyTags(tags),
      draft: savedDraft(draft),
      createdAt: before?.createdAt ?? now,
      // Later than what it takes the place of, also where the clock was set back.
      changedAt: Math.max(now, (before?.changedAt ?? 0) + 1),
    };
    const fault = faultOf(prompt);
    if (fault !== undefined) throw refused(fault.field, `The prompt was not saved: ${fault.message}. Change that, and save it again.`);
    if (before === undefined && kept.list().length >= MOST_PROMPTS) throw refused('prompts', `The prompt was not saved: ${MOST_PROMPTS} are, which is as many as there is room for. Remove one first.`);
    kept.write([prompt]);
    return prompt;
  }

  return {
    get: state.get,
    subscribe: state.subscribe,
    search: (text) => searchPrompts(state.get().prompts, text),
    save,
    async change(id, change) {
      const before = kept.read(id);
      if (before === undefined) throw new BytespikeError({ code: 'not_found', field: 'id', message: `There is no saved prompt ${id} any more. Save it anew.` });
      return save({ ...before, ...change, id });
    },
    async remove(id) {
      const before = kept.read(id);
      kept.remove(id);
      return before;
    },
    exportJson: async () => writeFile(kept.list()),
    async importJson(file) {
      const text = typeof file === 'string' ? file : await file.text();
      const { writes, came } = merged(kept.list(), readFile(text));
      kept.write(writes);
      return came;
    },
  };
}

/** The list of before where it has the same in it. */
function same<T>(before: readonly T[], now: readonly T[]): readonly T[] {
  return before.length === now.length && before.every((each, index) => each === now[index]) ? before : now;
}
