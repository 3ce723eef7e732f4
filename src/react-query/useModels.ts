'use client';

import { useModelsResult } from '../react/choosing.js';
import type { ModelsResult } from '../react/hook-results.js';
import { useClient } from '../react/provider.js';
import { modelsOptions, pricingOptions } from './options.js';
import { type QueryOverrides, useRead } from './useRead.js';

/**
 * The models to choose from: the built-in catalog, and what the key reaches and what it costs laid
 * over it. With it on the page, `useModelRecommendation` and `useCostEstimate` go by live figures.
 *
 * @param options.query settings of TanStack Query, for both reads
 * @example const { models, source, catalog } = useModels();
 */
export function useModels(options: { query?: QueryOverrides } = {}): ModelsResult {
  const client = useClient();
  return useModelsResult(useRead(modelsOptions(client), options.query), useRead(pricingOptions(client), options.query));
}
