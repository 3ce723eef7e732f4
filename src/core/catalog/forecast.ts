import type { Store } from '../base/observable.js';
import { catalog as builtIn, typicalSeconds } from './catalog.js';
import { type CostEstimate, estimateCost } from './cost.js';
import type { Catalog } from './model.js';
import type { LiveCatalog } from './overlay.js';
import type { GenerationRequest } from './requests.js';

/** What the catalog says of a request, with what the gateway told of itself laid over it. */
export interface RequestFacts {
  /** Seconds from submit to end that are usual. */
  expectedSeconds: { min: number; max: number; source: 'catalog' } | undefined;
  cost: CostEstimate | undefined;
}

export function createFacts(live: Store<LiveCatalog>): (request: GenerationRequest) => RequestFacts {
  let seen: LiveCatalog = {};
  let catalog: Catalog = builtIn;
  return (request) => {
    const figures = live.get();
    if (figures !== seen) catalog = figures.overlay?.(builtIn, figures) ?? builtIn;
    seen = figures;
    const typical = typicalSeconds(request, catalog);
    return { expectedSeconds: typical && { ...typical, source: 'catalog' }, cost: estimateCost(request, catalog) };
  };
}
