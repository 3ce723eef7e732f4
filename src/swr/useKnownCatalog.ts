'use client';

import type { Catalog } from '../core/catalog/model.js';
import { useCatalog } from '../react/choosing.js';
import { useClient } from '../react/provider.js';
import { modelsOptions, pricingOptions } from './options.js';
import { useCached } from './useRead.js';

/** What is known on the page of what the key reaches and what it costs, without asking for it: out of the cache of SWR. */
export function useKnownCatalog(): Catalog {
  const client = useClient();
  return useCatalog(useCached(modelsOptions(client)), useCached(pricingOptions(client)));
}
