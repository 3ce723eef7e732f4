import type { Clock } from './clock.js';
import { createStore, type Store } from './observable.js';
import { type Part, whenLoaded } from './part.js';

/** How far a part is: there, on its way, or not to be had so far. */
interface PartState<T> {
  part: T | undefined;
  /** Why it is not there; it is tried again. */
  error: unknown;
}

interface PartWatch<T> extends Pick<Store<PartState<T>>, 'get' | 'subscribe'> {
  /** Not there: what a server renders, and a page while it hydrates. */
  initial(): PartState<T>;
}

const missing = { part: undefined, error: undefined };

/** A part that is loaded as soon as somebody looks at it. */
export function watchPart<T>(part: Part<T>, clock: Clock): PartWatch<T> {
  const there = part.current();
  const state: Store<PartState<T>> = createStore<PartState<T>>(there === undefined ? missing : { part: there, error: undefined }, () =>
    whenLoaded(
      part,
      clock,
      (value) => state.get().part === undefined && state.set({ part: value, error: undefined }),
      (error) => state.set({ part: undefined, error }),
    ),
  );
  return { get: state.get, initial: () => missing, subscribe: state.subscribe };
}
