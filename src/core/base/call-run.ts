import type { BytespikeError } from './errors.js';
import { createStore, type Store } from './observable.js';

/** One place of an interface that has one call at a time; another one stops it. */
export interface CallRun<Call, Result, State> extends Pick<Store<State>, 'get' | 'subscribe'> {
  initial(): State;
  send(call: Call): Promise<Result>;
  stop(): void;
  reset(): void;
}

interface CallPlan<Call, Result, State> {
  idle: State;
  begun: Partial<State>;
  /** `tell` says how far it is, as long as nobody began another one. */
  call(call: Call, signal: AbortSignal, tell: (more: Partial<State>) => void): Promise<Result>;
  whole(result: Result): Partial<State>;
  failed(error: BytespikeError): Partial<State>;
  stopped: Partial<State>;
  /** What says the same while it is under way is the same call: a double click. @default none is */
  nameOf?(call: Call): string | undefined;
}

export function createCallRun<Call, Result, State>({ idle, begun, call, whole, failed, stopped, nameOf }: CallPlan<Call, Result, State>): CallRun<Call, Result, State> {
  const { get, set, subscribe } = createStore(idle);
  let current: { name: string | undefined; stop: AbortController; answer?: Promise<Result> } | undefined;
  const stop = () => current?.stop.abort();
  return {
    get,
    subscribe,
    initial: () => idle,
    send(request) {
      const name = nameOf?.(request);
      if (name !== undefined && current?.name === name && current.answer !== undefined) return current.answer;
      stop();
      const own: typeof current = { name, stop: new AbortController() };
      current = own;
      const tell = (more: Partial<State>) => current === own && set({ ...get(), ...more });
      const end = (more: Partial<State>) => {
        delete own.answer;
        tell(more);
      };
      set({ ...idle, ...begun });
      const answer = (own.answer = call(request, own.stop.signal, tell));
      answer.then(
        (result) => end(whole(result)),
        // Nothing else is thrown there.
        (error: BytespikeError) => end(error.code === 'aborted' ? stopped : failed(error)),
      );
      return answer;
    },
    stop,
    reset() {
      stop();
      current = undefined;
      set(idle);
    },
  };
}
