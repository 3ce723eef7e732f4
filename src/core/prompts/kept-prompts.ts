import { fromJson, toJson } from '../base/json.js';
import { type Entries, PROMPTS } from '../records/storage.js';
import { readPrompt } from './shape.js';
import type { SavedPrompt } from './states.js';

interface KeptPrompts {
  read(id: string): SavedPrompt | undefined;
  /** Changed last, first. */
  list(): SavedPrompt[];
  write(prompts: readonly SavedPrompt[]): void;
  remove(id: string): void;
}

/** An entry for each, so that two tabs never overwrite one another. One that did not change is the same object. */
export function keptPrompts(entries: Entries): KeptPrompts {
  const parsed = new Map<string, { text: string; prompt: SavedPrompt | undefined }>();

  function read(id: string): SavedPrompt | undefined {
    const text = entries.read(PROMPTS + id);
    if (text === undefined) return undefined;
    const known = parsed.get(id);
    if (known?.text === text) return known.prompt;
    const found = readPrompt(fromJson(text));
    // Storage is the user's: what is damaged there is not shown, and stays as it is.
    const prompt = typeof found === 'string' || found.id !== id ? undefined : found;
    parsed.set(id, { text, prompt });
    return prompt;
  }

  return {
    read,
    list: () => entries.names(PROMPTS).flatMap((name) => read(name.slice(PROMPTS.length)) ?? []).sort(byLatest),
    write(prompts) {
      for (const prompt of prompts) entries.write(PROMPTS + prompt.id, toJson(prompt));
      entries.changed();
    },
    remove(id) {
      entries.erase(PROMPTS + id);
      parsed.delete(id);
      entries.changed();
    },
  };
}

const byLatest = (one: SavedPrompt, other: SavedPrompt): number => other.changedAt - one.changedAt || (one.id < other.id ? 1 : -1);
