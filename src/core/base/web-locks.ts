/** What a request for a lock comes to on a page that may have none. */
export const refused = Symbol('refused');

/**
 * Runs `run` while the lock is held. A page may have locks and be refused every one: a frame of an
 * opaque origin, or of another site while cookies are blocked. Nothing has run then, and the result
 * is `refused`.
 *
 * @throws whatever `run` throws, and an `AbortError` when the lock is stolen or `signal` aborts
 */
export async function whileLocked<T>(locks: LockManager, name: string, options: LockOptions, run: () => Promise<T>): Promise<T | typeof refused> {
  let isGranted = false;
  try {
    return await locks.request(name, options, () => {
      isGranted = true;
      return run();
    });
  } catch (error) {
    if (isGranted || options.signal?.aborted) throw error;
    return refused;
  }
}
