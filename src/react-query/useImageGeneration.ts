'use client';

import { useMutation } from '@tanstack/react-query';
import { useMemo } from 'react';
import { keys } from '../core/keys.js';
import type { ImageRequest } from '../core/requests.js';
import type { ImageGenerationResult } from '../core/results.js';
import { createImageRun, idleImageGeneration, type ImageRunOptions } from '../core/image-run.js';
import { imageGenerationResult } from '../react/results.js';
import { useRun } from '../react/useRun.js';

/**
 * One image generation at a time, of one or more images.
 *
 * @param options.via `'sync'`: one request, 4–45 s; a lost answer is `unknown` and may be billed.
 *   `'task'`: rendered as a task, so that a lost answer is found again and cancelling stops it.
 * @example
 * const image = useImageGeneration();
 * await image.generate({ model: 'gpt-image-2', prompt, size: '1024x1536', quality: 'high' });
 */
export function useImageGeneration(options: ImageRunOptions = {}): ImageGenerationResult {
  const { via } = options;
  const { run, state } = useRun((client) => createImageRun(client, { via }), `${via}`, idleImageGeneration);
  const { mutateAsync } = useMutation({
    mutationKey: keys.generate,
    mutationFn: (request: ImageRequest) => run.generate(request),
    // A billable request is never repeated or sent later by the cache.
    retry: false,
    networkMode: 'always',
  });
  return useMemo(() => imageGenerationResult(state, run, mutateAsync), [state, run, mutateAsync]);
}
