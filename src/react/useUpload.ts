'use client';

import { useCallback, useSyncExternalStore } from 'react';
import { keys } from '../core/client/keys.js';
import { createUploadRun } from '../core/places/upload-run.js';
import type { UseCall } from './flavour.js';
import type { UploadResult } from './hook-results.js';
import { markHandled } from './mark-handled.js';
import { useBytespike } from './provider.js';
import { useRun } from './useRun.js';

export interface UseUpload {
  /**
   * Puts a picture where the gateway can read it, behind a proxy that offers it (`uploads` of
   * `bytespike-react/server`). It is made smaller and turned upright first, and what a camera wrote
   * beside it stays here. The same picture again is the same upload, also after a reload.
   *
   * @example
   * const { upload, progress, cancel } = useUpload();
   * const { url } = await upload(file);
   * void video.generate({ model: 'veo-3.1', prompt, imageUrl: url });
   */
  (): UploadResult;
}

export function createUseUpload(useCall: UseCall): UseUpload {
  return function useUpload() {
    const { run, state } = useRun(createUploadRun, '');
    const { stop: cancel, reset } = run;
    const call = useCall(keys.upload, run.send);
    const upload = useCallback<UploadResult['upload']>((file) => markHandled(call(file)), [call]);
    return { ...state, offered: useUploadsOffered(), upload, cancel, reset };
  };
}

const never = () => () => {};
const nothing = (): undefined => undefined;

/** Whether the proxy has a place for pictures; `undefined` before it answered anything, and without a client. */
export function useUploadsOffered(): boolean | undefined {
  const offered = useBytespike().client?.offered;
  return useSyncExternalStore(offered?.subscribe ?? never, offered?.get ?? nothing, nothing)?.includes('uploads');
}
