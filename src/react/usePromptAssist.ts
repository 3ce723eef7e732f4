'use client';

import { useCallback } from 'react';
import type { ClientInternals } from '../core/client/internals.js';
import { assistPrompt } from '../core/client/message.js';
import { createMessageRun } from '../core/text/message-run.js';
import type { PromptWish } from '../core/text/assist.js';
import type { UseCall } from './flavour.js';
import type { PromptAssistResult } from './text-results.js';
import { markHandled } from './mark-handled.js';
import { useRun } from './useRun.js';

const KEY = ['bytespike', 'assist'];

interface PromptAssistOptions {
  /** The text model that is asked: one that the key reaches, and that the proxy lists under `text`. */
  model: string;
  /** Tokens of the answer, at most; within the cap of the proxy. @default 1000 */
  maxTokens?: number | undefined;
}

export interface UsePromptAssist {
  /**
   * Has a text model make a prompt better, or put it into another language. What comes of it is a
   * suggestion: the person takes it, or keeps theirs. Nothing is asked by itself.
   *
   * @param options.model the text model that is asked
   * @param options.maxTokens tokens of the answer, at most
   * @example
   * const assist = usePromptAssist({ model: 'claude-haiku-4-5' });
   * <PromptForm assist={assist} onSubmit={submit} />
   */
  (options: PromptAssistOptions): PromptAssistResult;
}

/** The wish is a part of what is kept, so that a suggestion is never laid beside a prompt that it is not of. */
function createAssistRun(client: ClientInternals) {
  let wish: PromptWish | undefined;
  const run = createMessageRun((asked: PromptWish, options) => {
    wish = asked;
    return assistPrompt(client, asked, options);
  });
  return { ...run, wished: () => wish };
}

export function createUsePromptAssist(useCall: UseCall): UsePromptAssist {
  return function usePromptAssist({ model, maxTokens }) {
    const { run, state } = useRun(createAssistRun, '');
    const { stop, reset } = run;
    const call = useCall(KEY, run.send);
    const ask = useCallback((prompt: string, to?: string) => markHandled(call({ model, maxTokens, prompt, to })), [call, model, maxTokens]);
    const accept = useCallback(() => {
      const { result } = run.get();
      if (result !== undefined) reset();
      return result;
    }, [run, reset]);
    const { result: suggestion, ...rest } = state;
    const original = state.status === 'idle' ? undefined : run.wished()?.prompt;
    return { ...rest, suggestion, original, improve: ask, translate: ask, accept, dismiss: reset, stop };
  };
}
