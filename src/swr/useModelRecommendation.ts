'use client';

import { createUseModelRecommendation, type UseModelRecommendation } from '../react/useModelRecommendation.js';
import { useKnownCatalog } from './useKnownCatalog.js';

export const useModelRecommendation: UseModelRecommendation = /* @__PURE__ */ createUseModelRecommendation(useKnownCatalog);
