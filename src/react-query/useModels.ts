'use client';

import type { ModelsResult } from '../core/results.js';
import { useClient } from '../react/provider.js';
import { useModelsResult } from '../react/reads.js';
import { modelsOptions } from './options.js';
import { type QueryOverrides, useRead } from './useRead.js';

/**
 * The models to choose from: the built-in catalog, and what the key reaches laid over it.
 *
 * @param options.query settings of TanStack Query
 * @example const { models, source } = useModels();
 */
export function useModels(options: { query?: QueryOverrides } = {}): ModelsResult {
  return useModelsResult(useRead(modelsOptions(useClient()), options.query));
}
