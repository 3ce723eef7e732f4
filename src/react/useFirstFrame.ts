'use client';

import { useCallback } from 'react';
import { keys } from '../core/client/keys.js';
import { createFirstFrameRun } from '../core/places/upload-run.js';
import type { UseCall } from './flavour.js';
import type { FirstFrameResult } from './hook-results.js';
import { markHandled } from './mark-handled.js';
import { useRun } from './useRun.js';
import { useUploadsOffered } from './useUpload.js';

export interface UseFirstFrame {
  /**
   * Makes a result, a frame of a clip or a file what the next clip begins with: read, put where the
   * gateway can read it, and named in the history as what it came of.
   *
   * @example
   * const { take } = useFirstFrame();
   * void video.generate({ model: 'veo-3.1', prompt, ...(await take(clip)) });
   */
  (): FirstFrameResult;
}

export function createUseFirstFrame(useCall: UseCall): UseFirstFrame {
  return function useFirstFrame() {
    const { run, state } = useRun(createFirstFrameRun, '');
    const { stop: cancel, reset, send } = run;
    const call = useCall(keys.upload, send);
    const take = useCallback<FirstFrameResult['take']>((source, choice) => markHandled(call([source, choice])), [call]);
    return { ...state, offered: useUploadsOffered(), take, cancel, reset };
  };
}
