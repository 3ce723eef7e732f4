'use client';

import { createUseVideoTask, type UseVideoTask } from '../react/useVideoTask.js';
import { useCall } from './useCall.js';
import { useTaskCache } from './useTaskCache.js';

export const useVideoTask: UseVideoTask = /* @__PURE__ */ createUseVideoTask(useCall, useTaskCache);
