'use client';

import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { catalog as builtIn, typicalSeconds } from '../core/catalog/catalog.js';
import { estimateCost } from '../core/catalog/cost.js';
import { isBytespikeError } from '../core/base/errors.js';
import { overlayCatalog, seeLive, standingOf } from '../core/catalog/overlay.js';
import { listModels } from '../core/catalog/models.js';
import { watchPart } from '../core/base/part-watch.js';
import type { ModelListing, RateListing } from '../core/catalog/listings.js';
import type { Catalog } from '../core/catalog/model.js';
import type { Recommendation, RecommendationBrief } from '../core/recommend/brief.js';
import type { GenerationRequest } from '../core/catalog/requests.js';
import type { CostEstimateResult, ModelRecommendationResult, ModelsResult } from './hook-results.js';
import { useClient } from './provider.js';
import { type Read, standing } from './reads.js';

// Both are worked out again when what is given says something else, not when it is another object.

/** The built-in catalog, and what the gateway said laid over it. The client goes by the same. */
export function useCatalog(models: ModelListing | undefined, pricing: RateListing | undefined): Catalog {
  const { live } = useClient();
  useEffect(() => seeLive(live, { models, pricing }), [live, models, pricing]);
  return useMemo(
    () => (models === undefined && pricing === undefined ? builtIn : overlayCatalog(builtIn, { models, pricing })),
    [models, pricing],
  );
}

export function useModelsResult(models: Read<ModelListing>, pricing: Read<RateListing>): ModelsResult {
  const catalog = useCatalog(models.data, pricing.data);
  const { data, error, refresh } = models;
  const refreshRates = pricing.refresh;
  return useMemo(
    () => ({
      models: listModels(catalog),
      source: data === undefined ? 'built-in' : 'live',
      asOf: data?.asOf ?? catalog.asOf,
      catalog,
      ...standing(data, error),
      refresh: async () => void (await Promise.all([refresh(), refreshRates()])),
    }),
    [catalog, data, error, refresh, refreshRates],
  );
}

const nothingYet: Recommendation = { reasons: [], alternatives: [], excluded: [], suggestions: [] };

/** The rules and the words they are found by are loaded once somebody looks. */
export function useRecommendation(catalog: Catalog, brief: RecommendationBrief): ModelRecommendationResult {
  const { recommending, clock } = useClient();
  const watch = useMemo(() => watchPart(recommending, clock), [recommending, clock]);
  const { part: recommendModel, error } = useSyncExternalStore(watch.subscribe, watch.get, watch.initial);
  const text = JSON.stringify(brief);
  return useMemo(() => {
    const from = standingOf(catalog, ['models', 'pricing']);
    if (recommendModel !== undefined) {
      return { ...recommendModel(JSON.parse(text) as RecommendationBrief, catalog), ...from, status: 'ready', error: undefined };
    }
    const failed = isBytespikeError(error) ? error : undefined;
    return { ...nothingYet, ...from, status: failed === undefined ? 'loading' : 'error', error: failed };
  }, [recommendModel, error, text, catalog]);
}

export function useEstimate(catalog: Catalog, request: GenerationRequest): CostEstimateResult {
  const text = JSON.stringify(request);
  return useMemo(() => {
    const asked = JSON.parse(text) as GenerationRequest;
    return {
      request: asked,
      estimate: estimateCost(asked, catalog),
      expectedSeconds: typicalSeconds(asked, catalog),
      ...standingOf(catalog, ['pricing']),
    };
  }, [text, catalog]);
}
