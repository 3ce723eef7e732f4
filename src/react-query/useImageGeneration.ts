'use client';

import { createUseImageGeneration, type UseImageGeneration } from '../react/useImageGeneration.js';
import { useCall } from './useCall.js';

export const useImageGeneration: UseImageGeneration = /* @__PURE__ */ createUseImageGeneration(useCall);
