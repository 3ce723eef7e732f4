'use client';

import { createUseMessage, type UseMessage } from '../react/useMessage.js';
import { useCall } from './useCall.js';

export const useMessage: UseMessage = /* @__PURE__ */ createUseMessage(useCall);
