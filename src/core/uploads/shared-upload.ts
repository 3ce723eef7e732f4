interface Asked {
  signal?: AbortSignal | undefined;
  onProgress?: ((part: number) => void) | undefined;
}

/** An upload for everybody who asks for it while it is under way: a double click would else be two, that end at two moments. */
export interface SharedUpload<Uploaded> {
  /** One more who waits for it. @throws what it fails by, or `stopped()` once the own signal aborts; it ends when nobody waits any more */
  join(asked: Asked, stopped: () => Error): Promise<Uploaded>;
  /** Whether somebody waits for it: else it is being stopped. */
  isGoing(): boolean;
}

export function shareUpload<Uploaded>(begin: (settings: { signal: AbortSignal; onProgress: (part: number) => void }) => Promise<Uploaded>): SharedUpload<Uploaded> {
  const nobody = new AbortController();
  const listeners = new Set<(part: number) => void>();
  let waiting = 0;
  const answer = begin({ signal: nobody.signal, onProgress: (part) => listeners.forEach((tell) => tell(part)) });
  return {
    isGoing: () => !nobody.signal.aborted,
    async join({ signal, onProgress }, stopped) {
      waiting++;
      // Of its own: the same function may listen twice.
      const tell = (part: number) => onProgress?.(part);
      listeners.add(tell);
      let leave = () => {};
      const left = new Promise<never>((_, reject) => {
        leave = () => reject(stopped());
        signal?.addEventListener('abort', leave);
        if (signal?.aborted) leave();
      });
      try {
        return await Promise.race([answer, left]);
      } finally {
        signal?.removeEventListener('abort', leave);
        listeners.delete(tell);
        waiting--;
        if (waiting === 0) nobody.abort();
      }
    },
  };
}
