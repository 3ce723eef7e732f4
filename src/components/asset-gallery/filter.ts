import type { TaskRecord } from '../../core/records/task-store.js';
import { folded, hasAll, wordsOf } from '../../core/search/words.js';
import type { AssetSearchResult } from '../../react/search-result.js';
import type { GalleryStatusGroup } from '../../react/words/gallery.js';
import type { GenerationKind } from '../../react/words/parts.js';
import { groupOf, kindOf, type ModelNames, statusOf } from './item.js';

/** What the gallery is narrowed to; what is absent does not matter. */
export interface GalleryFilter {
  kind?: GenerationKind | undefined;
  /** Id of a model. */
  model?: string | undefined;
  /** `active` is whatever is still being made. */
  status?: GalleryStatusGroup | undefined;
  /** Words that are all in the prompt, in any order and case. */
  search?: string | undefined;
}

function isFiltering({ kind, model, status, search }: GalleryFilter): boolean {
  return kind !== undefined || model !== undefined || status !== undefined || wordsOf(search).length > 0;
}

/** Those that match, in their order; the same list when nothing is filtered. What a search found by meaning for these words is in its own order, and of what the rest of the filter leaves. */
export function matching(
  tasks: readonly TaskRecord[],
  filter: GalleryFilter,
  about: { models: ModelNames; opened: number },
  search?: Pick<AssetSearchResult, 'basis' | 'query' | 'results'>,
): readonly TaskRecord[] {
  if (search?.basis === 'meaning' && search.query === filter.search) return search.results;
  if (!isFiltering(filter)) return tasks;
  const { kind, model, status } = filter;
  const words = wordsOf(filter.search);
  return tasks.filter(
    (task) =>
      (model === undefined || task.request.model === model) &&
      (kind === undefined || kindOf(task, about.models) === kind) &&
      (status === undefined || groupOf(statusOf(task, about.opened)) === status) &&
      contains(task, words),
  );
}

/** Models that the tasks were made with, by name. */
export function modelsOf(tasks: readonly TaskRecord[], models: ModelNames, locale?: string): readonly { id: string; name: string }[] {
  const ids = new Set(tasks.map(({ request }) => request.model));
  return [...ids].map((id) => ({ id, name: models.get(id)?.name ?? id })).sort((a, b) => a.name.localeCompare(b.name, locale));
}

// A letter typed searches every prompt: each is folded once.
const prompts = new WeakMap<TaskRecord, string>();

function contains(task: TaskRecord, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const prompt = prompts.get(task) ?? folded(task.request.prompt ?? '');
  prompts.set(task, prompt);
  return hasAll(prompt, words);
}
