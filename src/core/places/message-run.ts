import type { BytespikeError } from '../base/errors.js';
import { toJson } from '../base/json.js';
import { createStore, type Store } from '../base/observable.js';
import type { MessageOptions } from '../text/text.js';

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
export interface MessageRun<Request, Result> extends Pick<Store<MessageState<Result>>, 'get' | 'subscribe'> {
  initial(): MessageState<Result>;
  /** The same again while it is being written is the same call: a double click. Another one stops it. */
  send(request: Request): Promise<Result>;
  stop(): void;
  reset(): void;
}

export function createMessageRun<Request, Result>(call: (request: Request, options: MessageOptions) => Promise<Result>): MessageRun<Request, Result> {
  const idle: MessageState<Result> = { status: 'idle', text: '', result: undefined, error: undefined };
  const { get, set, subscribe } = createStore(idle);
  let current: { wish: string; stop: AbortController; answer: Promise<Result> } | undefined;
  const stop = () => current?.stop.abort();
  return {
    get,
    subscribe,
    initial: () => idle,
    send(request) {
      const wish = toJson(request);
      if (current?.wish === wish && get().status === 'streaming') return current.answer;
      stop();
      const own = { wish, stop: new AbortController(), answer: undefined as unknown as Promise<Result> }; // It is there before anybody can ask for it.
      current = own;
      /** Whoever began another one no longer looks at this. */
      const tell = (more: Partial<MessageState<Result>>) => current === own && set({ ...get(), ...more });
      set({ ...idle, status: 'streaming' });
      own.answer = call(request, { signal: own.stop.signal, onText: (text) => tell({ text }) });
      own.answer.then(
        (result) => tell({ status: 'done', result }),
        // Nothing else is thrown there.
        (error: BytespikeError) => tell(error.code === 'aborted' ? { status: 'stopped' } : { status: 'failed', error }),
      );
      return own.answer;
    },
    stop,
    reset() {
      stop();
      current = undefined;
      set(idle);
    },
  };
}
