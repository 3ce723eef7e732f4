import { typicalSeconds } from './catalog.js';
import { type CostEstimate, estimateCost } from './cost.js';
import type { GenerationRequest } from './requests.js';

/** What the catalog says of a request. */
export interface RequestFacts {
  /** Seconds from submit to end that are usual. */
  expectedSeconds: { min: number; max: number; source: 'catalog' } | undefined;
  cost: CostEstimate | undefined;
}

export function factsOf(request: GenerationRequest): RequestFacts {
  const typical = typicalSeconds(request);
  return { expectedSeconds: typical && { ...typical, source: 'catalog' }, cost: estimateCost(request) };
}
