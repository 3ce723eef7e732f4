'use client';

import { useMemo } from 'react';
import { type CostEstimate, estimateCost } from '../core/cost.js';
import { type Recommendation, type RecommendationBrief, recommendModel } from '../core/recommend/index.js';
import type { GenerationRequest } from '../core/requests.js';

// Both are worked out again when what is given says something else, not when it is another object.

/**
 * Which model for a brief, with ready parameters, the reasons, the runners-up and what was excluded.
 *
 * @example const { model, params, reasons } = useModelRecommendation({ kind: 'image', prompt });
 */
export function useModelRecommendation(brief: RecommendationBrief): Recommendation {
  const text = JSON.stringify(brief);
  return useMemo(() => recommendModel(JSON.parse(text) as RecommendationBrief), [text]);
}

/**
 * The price of exactly this request by the rate card, in USD; `undefined` for a model that the
 * catalog does not know.
 *
 * @example const price = useCostEstimate({ model: 'veo-3.1-fast', prompt, durationSeconds: 4 });
 */
export function useCostEstimate(request: GenerationRequest): CostEstimate | undefined {
  const text = JSON.stringify(request);
  return useMemo(() => estimateCost(JSON.parse(text) as GenerationRequest), [text]);
}
