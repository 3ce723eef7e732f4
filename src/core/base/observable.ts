import type { Batch } from './batch.js';

/** A value and those who watch it; the shape that React's `useSyncExternalStore` takes. */
export interface Store<T> {
  get(): T;
  /** With `batch`, the value is there at once and its watchers hear of it with others. */
  set(value: T, batch?: Batch): void;
  subscribe(listener: () => void): () => void;
}

export function createStore<T>(initial: T): Store<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  const notify = () => [...listeners].forEach((listener) => listener());
  return {
    get: () => value,
    set(next, batch) {
      if (Object.is(next, value)) return;
      value = next;
      if (batch === undefined) notify();
      else batch(notify);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
