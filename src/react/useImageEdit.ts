'use client';

import { useCallback } from 'react';
import { keys } from '../core/client/keys.js';
import { createLazyImageEditRun } from '../core/places/before/lazy-image-run.js';
import type { ImageRunOptions } from '../core/places/runs.js';
import type { UseCall } from './flavour.js';
import type { ImageEditResult } from './hook-results.js';
import { markHandled } from './mark-handled.js';
import { useImageResult } from './use-image-result.js';
import { useRun } from './useRun.js';

export interface UseImageEdit {
  /**
   * One edit at a time of an image of the user's. Written down before its request leaves, without its
   * files, and listed by `useTasks` with what became of it.
   *
   * While the page lives, an answer that was lost is asked for again behind a proxy that has just said
   * that it keeps answers, as `bytespike-react/server` does, and is never made or billed twice. Behind
   * any other proxy, and after a reload, it is `unknown` and may have been billed.
   *
   * @param options.keepRuns how many runs that ended are kept in `runs`
   * @example
   * const edit = useImageEdit();
   * await edit.generate({ model: 'gpt-image-2', prompt: 'Make it dusk', image: file });
   */
  (options?: Pick<ImageRunOptions, 'keepRuns'>): ImageEditResult;
}

export function createUseImageEdit(useCall: UseCall): UseImageEdit {
  return function useImageEdit(options = {}) {
    const { run, state } = useRun((client) => createLazyImageEditRun(client, options), `${options.keepRuns}`);
    const call = useCall(keys.edit, run.generate);
    const generate = useCallback<ImageEditResult['generate']>((request) => markHandled(call(request)), [call]);
    return useImageResult(run, state, generate);
  };
}
