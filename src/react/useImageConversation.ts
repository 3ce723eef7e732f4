'use client';

import { useMemo } from 'react';
import { createConversationRun } from '../core/conversation/conversation-run.js';
import { CONVERSATION_MODEL, type ConversationOptions } from '../core/conversation/states.js';
import type { ImageConversationResult } from './conversation-result.js';
import type { UseCall } from './flavour.js';
import { markHandled } from './mark-handled.js';
import { useRun } from './useRun.js';

/** Here and not among `keys`: nothing is read under it, and a page without conversations carries none of it. */
const KEY = ['bytespike', 'turn'];

export interface UseImageConversation {
  /**
   * Draws in a conversation: each turn changes the picture before. Every turn is written down before its request
   * leaves, is there again after a reload, and is listed by `useTasks` with what it came of. One whose answer was
   * lost is `unknown`, and never sent again by itself.
   *
   * @param options.persist name of the place; its conversation is there again after a reload
   * @param options.model a model that draws in a conversation
   * @param options.contextTurns how many turns before it go along with a turn, at most
   * @example
   * const { turns, send, rewind } = useImageConversation({ persist: 'cover' });
   * void send({ prompt: 'Make it dusk' });
   */
  (options: ConversationOptions): ImageConversationResult;
}

export function createUseImageConversation(useCall: UseCall): UseImageConversation {
  return function useImageConversation(options) {
    const { persist, model = CONVERSATION_MODEL, contextTurns } = options;
    const { run, state } = useRun((client) => createConversationRun(client, options), `${persist} ${model} ${contextTurns}`);
    const call = useCall(KEY, run.send);
    const actions = useMemo(() => {
      const { choose, rewind, show, reset } = run;
      const send: ImageConversationResult['send'] = (turn) => markHandled(call(turn));
      return { send, retry: () => markHandled(run.retry()), choose, rewind, show, cancel: () => markHandled(run.cancel()), reset };
    }, [run, call]);
    return useMemo(() => ({ ...state, ...actions, model }), [state, actions, model]);
  };
}
