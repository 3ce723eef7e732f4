'use client';

import { useMemo } from 'react';
import { createImageEditRun, type ImageRunOptions } from '../core/image-run.js';
import { keys } from '../core/keys.js';
import type { ImageEditResult } from '../core/results.js';
import { imageEditResult } from '../react/results.js';
import { useRun } from '../react/useRun.js';
import { useCall } from './useCall.js';

/**
 * One edit at a time of an image of the user's. A lost answer is `unknown` and may be billed.
 *
 * @param options.keepRuns how many runs that ended are kept in `runs`
 * @example
 * const edit = useImageEdit();
 * await edit.generate({ model: 'gpt-image-2', prompt: 'Make it dusk', image: file });
 */
export function useImageEdit(options: Pick<ImageRunOptions, 'keepRuns'> = {}): ImageEditResult {
  const { keepRuns } = options;
  const { run, state } = useRun((client) => createImageEditRun(client, { keepRuns }), `${keepRuns}`);
  const generate = useCall(keys.edit, run.generate);
  return useMemo(() => imageEditResult(state, run, generate), [state, run, generate]);
}
