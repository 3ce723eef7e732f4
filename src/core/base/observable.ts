import type { Batch } from './batch.js';

/** Those who watch something. Each subscription counts once, however often it is ended. */
interface Watchers {
  subscribe(listener: () => void): () => void;
  isWatched(): boolean;
}

/** A value and those who watch it; the shape that React's `useSyncExternalStore` takes. */
export interface Store<T> extends Watchers {
  get(): T;
  /** With `batch`, the value is there at once and its watchers hear of it with others. */
  set(value: T, batch?: Batch): void;
}

/**
 * @param watched opens what is needed while somebody watches: called with the first, what it returns with the last
 */
export function createWatchers(watched?: () => () => void): Watchers & { tell(): void } {
  const listeners = new Set<{ hear: () => void }>();
  let close: (() => void) | undefined;
  return {
    tell: () => [...listeners].forEach(({ hear }) => hear()),
    isWatched: () => listeners.size > 0,
    subscribe(hear) {
      const subscription = { hear };
      listeners.add(subscription);
      if (listeners.size === 1) close = watched?.();
      return () => {
        if (listeners.delete(subscription) && listeners.size === 0) close?.();
      };
    },
  };
}

/** @param watched as that of {@link createWatchers} */
export function createStore<T>(initial: T, watched?: () => () => void): Store<T> {
  let value = initial;
  const { tell, subscribe, isWatched } = createWatchers(watched);
  return {
    get: () => value,
    set(next, batch) {
      if (Object.is(next, value)) return;
      value = next;
      if (batch === undefined) tell();
      else batch(tell);
    },
    subscribe,
    isWatched,
  };
}
