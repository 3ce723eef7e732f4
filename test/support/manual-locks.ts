interface Claim {
  page: object;
  begin: () => void;
}

/** The locks of one browser, and its pages, which a test closes. */
export interface ManualLocks {
  page(): { locks: LockManager; close(): void };
}

/** Exclusive locks that go with their page, as those of a browser do. */
export function createManualLocks(): ManualLocks {
  /** By name: who has it, then who waits for it. */
  const claims = new Map<string, Claim[]>();

  function give(name: string, claim: Claim): void {
    const queue = claims.get(name) ?? [];
    const had = queue[0] === claim;
    claims.set(name, queue.filter((other) => other !== claim));
    if (had) claims.get(name)?.[0]?.begin();
  }

  function request(page: object, name: string, run: () => unknown, signal?: AbortSignal): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const claim: Claim = {
        page,
        begin: () => void Promise.resolve().then(run).then(resolve, reject).finally(() => give(name, claim)),
      };
      const queue = [...(claims.get(name) ?? []), claim];
      claims.set(name, queue);
      signal?.addEventListener('abort', () => {
        if (claims.get(name)?.[0] === claim) return;
        give(name, claim);
        reject(new DOMException('The wait was called off.', 'AbortError'));
      });
      if (queue.length === 1) claim.begin();
    });
  }

  return {
    page() {
      const page = {};
      let isOpen = true;
      const locks = {
        request: (name: string, ...rest: unknown[]) =>
          isOpen
            ? request(page, name, rest.at(-1) as () => unknown, rest.length > 1 ? (rest[0] as LockOptions).signal : undefined)
            : new Promise(() => {}),
      };
      return {
        // The rest of the interface is not asked for anything.
        locks: locks as unknown as LockManager,
        close() {
          isOpen = false;
          for (const [name, queue] of claims) for (const claim of queue.filter((other) => other.page === page)) give(name, claim);
        },
      };
    },
  };
}
