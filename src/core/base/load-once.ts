/** What is loaded when it is first asked for, once for all who ask. */
export interface Loaded<T> {
  load(): Promise<T>;
  /** Once it is there. */
  current(): T | undefined;
}

/** A failed load is tried again by the next one: a deployment or a tunnel may have been in the way. */
export function loadOnce<T>(ask: () => Promise<T>): Loaded<T> {
  let current: T | undefined;
  let loading: Promise<T> | undefined;
  return {
    current: () => current,
    load() {
      loading ??= ask().then(
        (part) => (current = part),
        (cause: unknown) => {
          loading = undefined;
          throw cause;
        },
      );
      return loading;
    },
  };
}
