'use client';

import { useCallback } from 'react';
import { toJson } from '../core/base/json.js';
import type { CaptionWish } from '../core/client/caption.js';
import type { ClientInternals } from '../core/client/internals.js';
import { createMessageRun, type MessageRun } from '../core/text/message-run.js';
import type { UseCall } from './flavour.js';
import { markHandled } from './mark-handled.js';
import type { CaptionResult } from './text-results.js';
import { useRun } from './useRun.js';

const KEY = ['bytespike', 'caption'];

interface CaptionOptions {
  /** The text model that looks at pictures: one that the key reaches, and that the proxy lists under `text`. */
  model: string;
  /** Tokens of the answer, at most; within the cap of the proxy. @default 1000 */
  maxTokens?: number | undefined;
}

export interface UseCaption {
  /**
   * Has a text model say what a picture shows, for whoever cannot see it. Nothing is asked by itself.
   *
   * @param options.model the text model that is asked
   * @param options.maxTokens tokens of the answer, at most
   * @example
   * const { describe, caption } = useCaption({ model: 'claude-haiku-4-5' });
   * <AssetViewer assets={image.images} alt={caption} />
   */
  (options: CaptionOptions): CaptionResult;
}

const createRun = (client: ClientInternals): MessageRun<CaptionWish, string> =>
  createMessageRun(
    // What reads pictures comes with the first of them.
    async (wish, options) => (await import('../core/client/caption.js')).captionOf(client, wish, options),
    // One file says nothing of being the same as another.
    (wish) => ('url' in wish.picture ? toJson(wish) : undefined),
  );

export function createUseCaption(useCall: UseCall): UseCaption {
  return function useCaption({ model, maxTokens }) {
    const { run, state } = useRun(createRun, '');
    const { stop, reset } = run;
    const call = useCall(KEY, run.send);
    const describe = useCallback<CaptionResult['describe']>((picture, language) => markHandled(call({ model, maxTokens, picture, language })), [call, model, maxTokens]);
    const { result: caption, ...rest } = state;
    return { ...rest, caption, describe, stop, reset };
  };
}
