'use client';

import { createUseUpload, type UseUpload } from '../react/useUpload.js';
import { useCall } from './useCall.js';

export const useUpload: UseUpload = /* @__PURE__ */ createUseUpload(useCall);
