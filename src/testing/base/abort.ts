/** Runs unless a signal has aborted; rejects with its reason as soon as one does, whatever `run` is doing then. */
export function orAborted<T>(signals: readonly AbortSignal[], run: () => Promise<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const aborted = signals.find((signal) => signal.aborted);
    if (aborted !== undefined) return reject(aborted.reason);
    const leave = () => {
      for (const signal of signals) signal.removeEventListener('abort', onAbort);
    };
    const onAbort = () => {
      leave();
      reject(signals.find((signal) => signal.aborted)?.reason);
    };
    for (const signal of signals) signal.addEventListener('abort', onAbort);
    run().then(resolve, reject).finally(leave);
  });
}
