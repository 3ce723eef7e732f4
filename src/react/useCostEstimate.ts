'use client';

import { useMemo } from 'react';
import { toJson } from '../core/base/json.js';
import { typicalSeconds } from '../core/catalog/catalog.js';
import { estimateCost } from '../core/catalog/cost.js';
import { standingOf } from '../core/catalog/overlay.js';
import type { GenerationRequest } from '../core/catalog/requests.js';
import type { UseKnownCatalog } from './flavour.js';
import type { CostEstimateResult } from './hook-results.js';

export interface UseCostEstimate {
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
  (request: GenerationRequest): CostEstimateResult;
}

export function createUseCostEstimate(useKnownCatalog: UseKnownCatalog): UseCostEstimate {
  return function useCostEstimate(request) {
    const catalog = useKnownCatalog();
    // What says the same is the same, though it is another object.
    const text = toJson(request);
    return useMemo(() => {
      const asked = JSON.parse(text) as GenerationRequest;
      return {
        request: asked,
        estimate: estimateCost(asked, catalog),
        expectedSeconds: typicalSeconds(asked, catalog),
        ...standingOf(catalog, ['pricing']),
      };
    }, [text, catalog]);
  };
}
