'use client';

import { useMutation } from '@tanstack/react-query';
import { useMemo } from 'react';
import { keys } from '../core/keys.js';
import type { VideoRequest } from '../core/requests.js';
import type { VideoTaskResult } from '../core/results.js';
import { createVideoRun, type VideoRunOptions } from '../core/video-run.js';
import { idleVideoTask } from '../core/video-state.js';
import { videoTaskResult } from '../react/results.js';
import { useRun } from '../react/useRun.js';

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
  const { run, state } = useRun((client) => createVideoRun(client, { taskId, persist }), `${taskId} ${persist}`, idleVideoTask);
  const { mutateAsync } = useMutation({
    mutationKey: keys.submit,
    mutationFn: (request: VideoRequest) => run.submit(request),
    // Its retries hold the idempotency key and live in core; a paused mutation would bill later, unasked.
    retry: false,
    networkMode: 'always',
  });
  return useMemo(() => videoTaskResult(state, run, mutateAsync), [state, run, mutateAsync]);
}
