'use client';

import type { Catalog } from '../core/catalog/model.js';
import type { RecommendationBrief } from '../core/recommend/brief.js';
import type { GenerationRequest } from '../core/catalog/requests.js';
import { useCatalog, useEstimate, useRecommendation } from '../react/choosing.js';
import type { CostEstimateResult, ModelRecommendationResult } from '../react/hook-results.js';
import { useClient } from '../react/provider.js';
import { modelsOptions, pricingOptions } from './options.js';
import { useCached } from './useRead.js';

/** The catalog as far as the app's own cache knows it. It asks for nothing: `useModels` does. */
function useKnownCatalog(): Catalog {
  const client = useClient();
  const models = useCached(modelsOptions(client));
  const pricing = useCached(pricingOptions(client));
  return useCatalog(models, pricing);
}

/**
 * Which model for a brief, with ready parameters, the reasons, the runners-up, what was excluded,
 * the price and the wait. It goes by what the key reaches and by live rates once `useModels` or a
 * prefetch has read them; `catalogSource` says which. The rules are loaded when it is first on the
 * page: until then `status` is `loading` and there is no `model`.
 *
 * @example const { model, params, reasons, status } = useModelRecommendation({ kind: 'image', prompt });
 */
export function useModelRecommendation(brief: RecommendationBrief): ModelRecommendationResult {
  return useRecommendation(useKnownCatalog(), brief);
}

/**
 * What sending exactly this costs, in USD, and how long it usually takes, in seconds; by live rates
 * once `useModels` or a prefetch has read them. The gateway's own estimate, once it has one, and then
 * the billed amount take its place: both are in the `cost` of the generation.
 *
 * @example
 * const { estimate, expectedSeconds } = useCostEstimate({ model: 'veo-3.1-fast', prompt, durationSeconds: 4 });
 * const { canAfford } = useBalance();
 * const isBlocked = !canAfford(estimate);
 */
export function useCostEstimate(request: GenerationRequest): CostEstimateResult {
  return useEstimate(useKnownCatalog(), request);
}
