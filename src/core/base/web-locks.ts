/** What a request for a lock comes to on a page that may have none. */
export const refused = Symbol('refused');

/**
 * Runs `run` while the lock is held. A page may have locks and be refused every one: a frame of an
 * opaque origin, or of another site while cookies are blocked. Nothing has run then, and the result
 * is `refused`. So it is when it was not granted before `given`, on a page whose locks never answer.
 *
 * @throws whatever `run` throws, and an `AbortError` when the lock is stolen or `signal` aborts
 */
export async function whileLocked<T>(locks: LockManager, name: string, options: LockOptions, run: () => Promise<T>, given?: Promise<void>): Promise<T | typeof refused> {
  let isGranted = false;
  let isOver = false;
  try {
    const held = locks.request(name, options, async () => {
      if (isOver) return refused;
      isGranted = true;
      return run();
    });
    await Promise.race([held, given ?? held]);
    isOver = true;
    return isGranted ? await held : refused;
  } catch (error) {
    if (isGranted || options.signal?.aborted) throw error;
    return refused;
  }
}
