import type { Environment } from '../../../src/core/base/environment.js';
import { createManualLocks } from '../manual-locks.js';

type Tabs = NonNullable<Environment['tabs']>;

/** Locks and channels of one browser, in this one page. */
export interface Browser {
  page(): { tabs: Tabs; close(): void };
}

export function createBrowser(): Browser {
  const locks = createManualLocks();
  const ports = new Set<{ name: string; hear(message: unknown): void }>();
  return {
    page() {
      const own = locks.page();
      const mine = new Set<{ name: string; hear(message: unknown): void }>();
      function openChannel(name: string): BroadcastChannel {
        const channel = {
          onmessage: null as ((event: { data: unknown }) => void) | null,
          postMessage(message: unknown) {
            const sent: unknown = structuredClone(message);
            for (const other of [...ports]) if (other !== port && other.name === name) queueMicrotask(() => other.hear(sent));
          },
          close: () => void ports.delete(port),
        };
        const port = { name, hear: (data: unknown) => ports.has(port) && channel.onmessage?.({ data }) };
        ports.add(port);
        mine.add(port);
        // The rest of the interface is not asked for anything.
        return channel as unknown as BroadcastChannel;
      }
      return {
        tabs: { locks: own.locks, openChannel },
        close() {
          own.close();
          for (const port of mine) ports.delete(port);
        },
      };
    },
  };
}
