import type { TaskRecord } from '../records/task-store.js';
import { segmented } from './segmented.js';
import type { Described } from './texts.js';
import { folded, hasAll, wordsOf } from './words.js';

// A letter typed searches every prompt: each is folded once.
const foldedTexts = new WeakMap<Described, string>();

/** Those that have all words of a query in their prompt or caption, in their order. */
export function byWords(query: string, entries: readonly Described[]): readonly TaskRecord[] {
  const words = wordsOf(query).flatMap(segmented);
  return entries.flatMap((entry) => {
    const text = foldedTexts.get(entry) ?? folded(entry.texts.map((said) => said.text).join('\n'));
    foldedTexts.set(entry, text);
    return hasAll(text, words) ? entry.task : [];
  });
}
