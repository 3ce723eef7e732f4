'use client';

import { useMemo } from 'react';
import type { ImageRun, ImageRunState } from '../core/places/runs.js';
import { markHandled } from './mark-handled.js';

/** What all hooks of images return. Actions keep their identities while the state changes, as `generate` must. */
export function useImageResult<Generate>(run: Pick<ImageRun, 'cancel' | 'reset'>, state: ImageRunState, generate: Generate) {
  const actions = useMemo(() => ({ generate, cancel: () => markHandled(run.cancel()), reset: run.reset }), [run, generate]);
  return useMemo(() => ({ ...state, ...actions }), [state, actions]);
}
