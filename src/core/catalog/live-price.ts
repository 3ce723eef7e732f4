import { catalog } from './catalog.js';
import { type CostEstimate, estimateCost } from './cost.js';
import type { LiveCatalog } from './overlay.js';
import type { GenerationRequest } from './requests.js';

/** What a request costs by the catalog, with what the gateway told of itself laid over it. */
export function livePrice(request: GenerationRequest, live: LiveCatalog): CostEstimate | undefined {
  return estimateCost(request, live.overlay?.(catalog, live) ?? catalog);
}
