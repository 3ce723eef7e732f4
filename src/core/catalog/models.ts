import type { ListedModel } from './listings.js';
import type { Catalog, Model, OpenModel } from './model.js';

/** A model to choose from. */
export interface ModelEntry {
  id: string;
  name: string;
  vendor: string | undefined;
  kind: 'image' | 'video';
  /** Whether the key reaches it; true also while nobody has said. */
  reachable: boolean;
  /** Limits, options, rates and waits; absent for a model that the catalog does not know, which takes any parameters. */
  facts: Model | undefined;
}

/** The models of a catalog as a list; those that only the gateway knows come last. */
export function listModels({ models, open = [], reachable }: Catalog): readonly ModelEntry[] {
  const reached = reachable && new Set(reachable);
  const known = models.map((facts) => {
    const { id, name, vendor, kind } = facts;
    return { id, name, vendor, kind, reachable: reached?.has(id) ?? true, facts };
  });
  return [...known, ...open.map(asEntry)];
}

function asEntry({ id, vendor, kind }: OpenModel): ModelEntry {
  return { id, name: id, vendor: vendor || undefined, kind, reachable: true, facts: undefined };
}

/** What a live model makes, where it says so. */
export function kindOf({ capabilities }: ListedModel): 'image' | 'video' | undefined {
  if (capabilities.includes('video_gen')) return 'video';
  return capabilities.includes('image_gen') ? 'image' : undefined;
}
