'use client';

import useSWRMutation from 'swr/mutation';
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
  const { trigger } = useSWRMutation(keys.submit, (_key, { arg }: { arg: VideoRequest }) => run.submit(arg));
  return useMemo(() => videoTaskResult(state, run, trigger), [state, run, trigger]);
}
