import { catalog } from './catalog.js';
import { type CostEstimate, estimateCost } from './cost.js';
import type { Catalog } from './model.js';
import type { LiveCatalog } from './overlay.js';
import type { GenerationRequest, MessagePictures } from './requests.js';

/** The catalog, with what the gateway told of itself laid over it. */
export function liveCatalog(live: LiveCatalog): Catalog {
  return live.overlay?.(catalog, live) ?? catalog;
}

/** What a request costs by that. */
export function livePrice(request: GenerationRequest | MessagePictures, live: LiveCatalog): CostEstimate | undefined {
  return estimateCost(request, liveCatalog(live));
}

/** What something costs by a card, with which card that is: it is never the gateway's own word. */
export function estimatedBy(price: CostEstimate | undefined): { estimated?: number; estimatedBy?: 'live-rates' | 'catalog' } {
  return price === undefined ? {} : { estimated: price.max, estimatedBy: price.source === 'live' ? 'live-rates' : 'catalog' };
}
