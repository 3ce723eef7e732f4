'use client';

import { useMemo } from 'react';
import { createImageEditRun } from '../core/places/image-run.js';
import { keys } from '../core/client/keys.js';
import type { ImageRunOptions } from '../core/places/runs.js';
import type { ImageEditResult } from '../react/hook-results.js';
import { imageEditResult } from '../react/results.js';
import { useRun } from '../react/useRun.js';
import { useCall } from './useCall.js';

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
export function useImageEdit(options: Pick<ImageRunOptions, 'keepRuns'> = {}): ImageEditResult {
  const { keepRuns } = options;
  const { run, state } = useRun((client) => createImageEditRun(client, { keepRuns }), `${keepRuns}`);
  const generate = useCall(keys.edit, run.generate);
  return useMemo(() => imageEditResult(state, run, generate), [state, run, generate]);
}
