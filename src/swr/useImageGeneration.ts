'use client';

import { useMemo } from 'react';
import { createImageRun, type ImageRunOptions } from '../core/image-run.js';
import { keys } from '../core/keys.js';
import type { ImageGenerationResult } from '../core/results.js';
import { imageGenerationResult } from '../react/results.js';
import { useRun } from '../react/useRun.js';
import { useCall } from './useCall.js';

/**
 * One image generation at a time, of one or more images.
 *
 * @param options.via `'sync'`: one request, 4–45 s; a lost answer is `unknown` and may be billed.
 *   `'task'`: rendered as a task, so that a lost answer is found again and cancelling stops it.
 * @param options.keepRuns how many runs that ended are kept in `runs`
 * @example
 * const image = useImageGeneration();
 * await image.generate({ model: 'gpt-image-2', prompt, size: '1024x1536', quality: 'high' });
 */
export function useImageGeneration(options: ImageRunOptions = {}): ImageGenerationResult {
  const { via, keepRuns } = options;
  const { run, state } = useRun((client) => createImageRun(client, { via, keepRuns }), `${via} ${keepRuns}`);
  const generate = useCall(keys.generate, run.generate);
  return useMemo(() => imageGenerationResult(state, run, generate), [state, run, generate]);
}
