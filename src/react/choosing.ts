'use client';

import { useCallback, useEffect, useMemo } from 'react';
import { catalog as builtIn } from '../core/catalog/catalog.js';
import type { ModelListing, RateListing } from '../core/catalog/listings.js';
import type { Catalog } from '../core/catalog/model.js';
import { listModels } from '../core/catalog/models.js';
import { overlayCatalog, updateLive } from '../core/catalog/overlay.js';
import type { ModelsResult } from './hook-results.js';
import { useClient } from './provider.js';
import { type Read, standing } from './reads.js';
import { useObservedWaits } from './useObservedWaits.js';

/** The built-in catalog, and what the gateway said and what was seen laid over it. The client goes by the same. */
export function useCatalog(models: ModelListing | undefined, pricing: RateListing | undefined): Catalog {
  const { live } = useClient();
  const observed = useObservedWaits();
  useEffect(() => updateLive(live, { models, pricing }), [live, models, pricing]);
  return useMemo(() => {
    const catalog = models === undefined && pricing === undefined ? builtIn : overlayCatalog(builtIn, { models, pricing });
    return observed === undefined ? catalog : { ...catalog, observed };
  }, [models, pricing, observed]);
}

export function useModelsResult(models: Read<ModelListing>, pricing: Read<RateListing>): ModelsResult {
  const catalog = useCatalog(models.data, pricing.data);
  const { data, error, refresh: refreshModels } = models;
  const refreshRates = pricing.refresh;
  const refresh = useCallback(async () => void (await Promise.all([refreshModels(), refreshRates()])), [refreshModels, refreshRates]);
  return useMemo(
    () => ({
      models: listModels(catalog),
      source: data === undefined ? 'built-in' : 'live',
      asOf: data?.asOf ?? catalog.asOf,
      catalog,
      ...standing(data, error),
      refresh,
    }),
    [catalog, data, error, refresh],
  );
}
