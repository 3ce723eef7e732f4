/**
 * Whatever ends by a signal: a request, a controller. It is handed on whole, because in Node a request that nobody holds any
 * more is collected, and its signal hears of no abort from then on.
 */
export interface Abortable {
  readonly signal: AbortSignal;
}

/** The first signal that has aborted. */
export const abortedOf = (abortables: readonly Abortable[]): AbortSignal | undefined => abortables.find(({ signal }) => signal.aborted)?.signal;

/** Calls `onAbort` once one of them aborts; the result lets go of them. */
export function onceAborted(abortables: readonly Abortable[], onAbort: () => void): () => void {
  for (const { signal } of abortables) signal.addEventListener('abort', onAbort);
  return () => {
    for (const { signal } of abortables) signal.removeEventListener('abort', onAbort);
  };
}

/** Runs unless one has aborted; rejects with its reason as soon as one does, whatever `run` is doing then. */
export function orAborted<T>(abortables: readonly Abortable[], run: () => Promise<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const aborted = abortedOf(abortables);
    if (aborted !== undefined) return reject(aborted.reason);
    const leave = onceAborted(abortables, () => {
      leave();
      reject(abortedOf(abortables)?.reason);
    });
    run().then(resolve, reject).finally(leave);
  });
}
