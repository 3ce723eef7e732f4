/** An end that comes by itself, or with the first of the signals that it was linked to. */
interface Linked {
  readonly signal: AbortSignal;
  abort(): void;
  /** What has ended without either is held by those signals no longer. */
  unlink(): void;
}

/** Links an end of one's own to others. Whoever makes it calls `abort`, or `unlink`, once nothing waits for it any more. */
export function linked(...signals: readonly (AbortSignal | undefined)[]): Linked {
  const own = new AbortController();
  const abort = () => own.abort();
  const others = signals.filter((signal) => signal !== undefined);
  // Held weakly there: it needs no unlinking.
  if (typeof AbortSignal.any === 'function') return { signal: AbortSignal.any([own.signal, ...others]), abort, unlink: () => {} };
  const links = new AbortController();
  own.signal.addEventListener('abort', () => links.abort());
  for (const other of others) {
    if (other.aborted) own.abort(other.reason);
    else other.addEventListener('abort', () => own.abort(other.reason), { signal: links.signal });
  }
  return { signal: own.signal, abort, unlink: () => links.abort() };
}

/** Resolves as soon as it aborts; it never rejects. */
export function whenAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
