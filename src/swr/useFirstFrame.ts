'use client';

import { createUseFirstFrame, type UseFirstFrame } from '../react/useFirstFrame.js';
import { useCall } from './useCall.js';

export const useFirstFrame: UseFirstFrame = /* @__PURE__ */ createUseFirstFrame(useCall);
