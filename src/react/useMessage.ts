'use client';

import { useCallback } from 'react';
import type { ClientInternals } from '../core/client/internals.js';
import { message } from '../core/client/message.js';
import { createMessageRun, type MessageRun } from '../core/text/message-run.js';
import type { Message } from '../core/text/reading.js';
import type { MessageRequest } from '../core/text/request.js';
import type { UseCall } from './flavour.js';
import type { MessageResult } from './text-results.js';
import { markHandled } from './mark-handled.js';
import { useRun } from './useRun.js';

/** Here and not among `keys`: nothing is read under it, and a page without text carries none of it. */
const KEY = ['bytespike', 'message'];
const NOTHING: readonly never[] = [];

export interface UseMessage {
  /**
   * Asks a text model, and gives its text as it comes, with `pictures` also those that it has made between
   * the words. Sent once, when `send` is called; what the text costs nobody says before, for it is on no rate
   * card. Behind `bytespike-react/server` its `text` has to list the model, and its `text.pictures` that of the pictures.
   *
   * @example
   * const { send, parts, status, stop } = useMessage();
   * const pictures = { model: 'seedream-v5lite', most: 2 };
   * void send({ model: 'claude-haiku-4-5', messages: [{ role: 'user', content: 'How do I knot a bowline?' }], pictures });
   */
  (): MessageResult;
}

export function createUseMessage(useCall: UseCall): UseMessage {
  const create = (client: ClientInternals): MessageRun<MessageRequest, Message> => createMessageRun((request, options) => message(client, request, options));
  return function useMessage() {
    const { run, state } = useRun(create, '');
    const { stop, reset } = run;
    const call = useCall(KEY, run.send);
    const send = useCallback<MessageResult['send']>((request) => markHandled(call(request)), [call]);
    // What was told of the answer so far is in it.
    const { result, ...rest } = state as typeof state & Partial<Message>;
    return { parts: NOTHING, images: NOTHING, ...rest, message: result, send, stop, reset };
  };
}
