'use client';

import { createUseCaption, type UseCaption } from '../react/useCaption.js';
import { useCall } from './useCall.js';

export const useCaption: UseCaption = /* @__PURE__ */ createUseCaption(useCall);
