/** Signatures and digests are made on another thread: time that a test moves has to wait for them. */
let working = 0;

export const isWorking = (): boolean => working > 0;

for (const name of ['sign', 'verify', 'digest', 'importKey'] as const) {
  const original = crypto.subtle[name].bind(crypto.subtle) as (...call: unknown[]) => Promise<unknown>;
  Object.defineProperty(crypto.subtle, name, {
    configurable: true,
    value: async (...call: unknown[]) => {
      working++;
      try {
        return await original(...call);
      } finally {
        working--;
      }
    },
  });
}
