'use client';

import { createUseBatch, type UseBatch } from '../react/useBatch.js';
import { useCall } from './useCall.js';

export const useBatch: UseBatch = /* @__PURE__ */ createUseBatch(useCall);
