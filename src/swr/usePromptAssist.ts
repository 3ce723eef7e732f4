'use client';

import { createUsePromptAssist, type UsePromptAssist } from '../react/usePromptAssist.js';
import { useCall } from './useCall.js';

export const usePromptAssist: UsePromptAssist = /* @__PURE__ */ createUsePromptAssist(useCall);
