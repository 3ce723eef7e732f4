import type { ListedModel } from './account.js';
import { catalog, type Model } from './catalog.js';

/** A model to choose from. */
export interface ModelEntry {
  id: string;
  name: string;
  vendor: string | undefined;
  /** `undefined` for a live model that does not say what it makes. */
  kind: 'image' | 'video' | undefined;
  /** Whether the key reaches it; true also while nobody has said. */
  reachable: boolean;
  /** Limits, options, rates and waits; absent for a model that the catalog does not know, which takes any parameters. */
  facts: Model | undefined;
}

/** The catalog with what the key reaches laid over it; live models that the catalog does not know come last. */
export function mergeModels(listed: readonly ListedModel[] | undefined): readonly ModelEntry[] {
  const reached = listed && new Set(listed.map(({ id }) => id));
  const known = catalog.models.map((facts) => {
    const { id, name, vendor, kind } = facts;
    return { id, name, vendor, kind, reachable: reached?.has(id) ?? true, facts };
  });
  const ids = new Set(known.map(({ id }) => id));
  const unknown = (listed ?? []).flatMap((model) => {
    const kind = kindOf(model);
    const named = { id: model.id, name: model.id, vendor: model.ownedBy, kind, reachable: true, facts: undefined };
    // A model for text has no place among those that draw and film.
    return ids.has(model.id) || kind === undefined ? [] : [named];
  });
  return [...known, ...unknown];
}

/** What a live model makes, where it says so. */
export function kindOf({ capabilities }: ListedModel): 'image' | 'video' | undefined {
  if (capabilities.includes('video_gen')) return 'video';
  return capabilities.includes('image_gen') ? 'image' : undefined;
}
