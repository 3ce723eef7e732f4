'use client';

import { createUseAssetSearch, type UseAssetSearch } from '../react/useAssetSearch.js';
import { useCall } from './useCall.js';

export const useAssetSearch: UseAssetSearch = /* @__PURE__ */ createUseAssetSearch(useCall);
