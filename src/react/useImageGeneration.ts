'use client';

import { useCallback } from 'react';
import { keys } from '../core/client/keys.js';
import { createLazyImageRun } from '../core/places/before/lazy-image-run.js';
import type { ImageRunOptions } from '../core/places/runs.js';
import type { UseCall } from './flavour.js';
import type { ImageGenerationResult } from './hook-results.js';
import { markHandled } from './mark-handled.js';
import { useImageResult } from './use-image-result.js';
import { useRun } from './useRun.js';

export interface UseImageGeneration {
  /**
   * One image generation at a time, of one or more images. Written down before its request leaves, and
   * listed by `useTasks` with what became of it.
   *
   * An answer that was lost, on the way or with the page, is asked for again only behind a proxy that
   * has just said that it keeps answers, as `bytespike-react/server` does: under the same key, so that
   * nothing is made or billed twice. Behind any other proxy it is never sent again, and the outcome is
   * `unknown`, with `billed: 'unknown'`. After a reload that is done by itself for a day, with
   * `persist`; a proxy that was started anew meanwhile, with its answers in memory, makes nothing then,
   * and the outcome is `unknown`.
   *
   * @param options.via `'sync'`: one request, 4–45 s, as above. `'task'`: rendered as a task, which
   *   behind every proxy is found again after a lost answer or a reload, and stops when cancelled.
   * @param options.persist name of the place that shows it; its images are there again after a reload.
   *   Images that came as base64 are too large to be remembered: only a proxy may still have them.
   * @param options.keepRuns how many runs that ended are kept in `runs`
   * @example
   * const image = useImageGeneration({ persist: 'cover' });
   * await image.generate({ model: 'gpt-image-2', prompt, size: '1024x1536', quality: 'high' });
   */
  (options?: ImageRunOptions): ImageGenerationResult;
}

export function createUseImageGeneration(useCall: UseCall): UseImageGeneration {
  return function useImageGeneration(options = {}) {
    const { run, state } = useRun((client) => createLazyImageRun(client, options), `${options.via} ${options.keepRuns} ${options.persist}`);
    const call = useCall(keys.generate, run.generate);
    const generate = useCallback<ImageGenerationResult['generate']>((request) => markHandled(call(request)), [call]);
    return useImageResult(run, state, generate);
  };
}
