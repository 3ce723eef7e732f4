import type { BytespikeError } from '../base/errors.js';
import { toJson } from '../base/json.js';
import type { MessageOptions } from './listening.js';
import { type CallRun, createCallRun } from '../base/call-run.js';

export interface MessageState<Result> {
  /** `stopped`: by the person; what was written until then is in `text`. */
  status: 'idle' | 'streaming' | 'done' | 'failed' | 'stopped';
  /** What came so far. */
  text: string;
  /** What it came to, once it is `done`. */
  result: Result | undefined;
  error: BytespikeError | undefined;
}

/** One place of an interface that asks a text model for one thing at a time. */
export type MessageRun<Request, Result> = CallRun<Request, Result, MessageState<Result>>;

/** @param nameOf what says the same is the same wish; `undefined` is one of its own */
export function createMessageRun<Request, Result>(
  call: (request: Request, options: MessageOptions) => Promise<Result>,
  nameOf: (request: Request) => string | undefined = toJson,
): MessageRun<Request, Result> {
  return createCallRun<Request, Result, MessageState<Result>>({
    idle: { status: 'idle', text: '', result: undefined, error: undefined },
    begun: { status: 'streaming' },
    call: (request, signal, tell) => call(request, { signal, onText: (text) => tell({ text }), onMessage: tell }),
    whole: (result) => ({ status: 'done', result }),
    failed: (error) => ({ status: 'failed', error }),
    stopped: { status: 'stopped' },
    nameOf,
  });
}
