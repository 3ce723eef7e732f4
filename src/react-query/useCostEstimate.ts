'use client';

import { createUseCostEstimate, type UseCostEstimate } from '../react/useCostEstimate.js';
import { useKnownCatalog } from './useKnownCatalog.js';

export const useCostEstimate: UseCostEstimate = /* @__PURE__ */ createUseCostEstimate(useKnownCatalog);
