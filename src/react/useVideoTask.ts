'use client';

import { useMemo } from 'react';
import { keys } from '../core/client/keys.js';
import type { TaskCache, VideoRunOptions } from '../core/places/runs.js';
import { createLazyVideoRun } from '../core/places/before/lazy-video-run.js';
import type { UseCall } from './flavour.js';
import { markHandled } from './mark-handled.js';
import type { VideoTaskResult } from './hook-results.js';
import { useRun } from './useRun.js';

export interface UseVideoTask {
  /**
   * One video task: generate, follow, cancel, find again after a reload.
   *
   * @param options.persist name of the place that shows it; its task is found again after a reload
   * @param options.taskId a task to watch that another place submitted
   * @example
   * const video = useVideoTask({ persist: 'hero-clip' });
   * await video.generate({ model: 'veo-3.1-fast', prompt, durationSeconds: 4 });
   */
  (options?: VideoRunOptions): VideoTaskResult;
}

export function createUseVideoTask(useCall: UseCall, useTaskCache: () => TaskCache): UseVideoTask {
  return function useVideoTask(options = {}) {
    const cache = useTaskCache();
    const { run, state } = useRun((client) => createLazyVideoRun(client, options, cache), `${options.taskId} ${options.persist}`);
    const call = useCall(keys.submit, run.submit);
    const actions = useMemo(() => {
      const generate: VideoTaskResult['generate'] = (request) => markHandled(call(request));
      return {
        generate,
        submit: generate,
        cancel: () => markHandled(run.cancel()),
        resume: (id: string) => markHandled(run.resume(id)),
        check: () => markHandled(run.check()),
        reset: run.reset,
      };
    }, [run, call]);
    return useMemo(() => ({ ...state, ...actions }), [state, actions]);
  };
}
