'use client';

import { useMemo } from 'react';
import { keys } from '../core/client/keys.js';
import type { VideoRunOptions } from '../core/places/runs.js';
import { createVideoRun } from '../core/places/task-run.js';
import type { VideoTaskResult } from '../react/hook-results.js';
import { videoTaskResult } from '../react/results.js';
import { useRun } from '../react/useRun.js';
import { useCall } from './useCall.js';
import { useTaskCache } from './useTaskCache.js';

/**
 * One video task: submit, follow, cancel, find again after a reload.
 *
 * @param options.persist name of the place that shows it; its task is found again after a reload
 * @param options.taskId a task to watch that another place submitted
 * @example
 * const video = useVideoTask({ persist: 'hero-clip' });
 * await video.submit({ model: 'veo-3.1-fast', prompt, durationSeconds: 4 });
 */
export function useVideoTask(options: VideoRunOptions = {}): VideoTaskResult {
  const { taskId, persist } = options;
  const cache = useTaskCache();
  const { run, state } = useRun((client) => createVideoRun(client, { taskId, persist }, cache), `${taskId} ${persist}`);
  const submit = useCall(keys.submit, run.submit);
  return useMemo(() => videoTaskResult(state, run, submit), [state, run, submit]);
}
