import { catalog } from './catalog.js';
import { type CostEstimate, estimateCost } from './cost.js';
import type { Catalog } from './model.js';
import type { LiveCatalog } from './overlay.js';
import type { GenerationRequest } from './requests.js';

/** The catalog, with what the gateway told of itself laid over it. */
export function liveCatalog(live: LiveCatalog): Catalog {
  return live.overlay?.(catalog, live) ?? catalog;
}

/** What a request costs by that. */
export function livePrice(request: GenerationRequest, live: LiveCatalog): CostEstimate | undefined {
  return estimateCost(request, liveCatalog(live));
}
