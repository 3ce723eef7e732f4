'use client';

import { createUseImageConversation, type UseImageConversation } from '../react/useImageConversation.js';
import { useCall } from './useCall.js';

export const useImageConversation: UseImageConversation = /* @__PURE__ */ createUseImageConversation(useCall);
