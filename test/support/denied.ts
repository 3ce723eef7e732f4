import type { Environment } from '../../src/core/base/environment.js';

type Tabs = NonNullable<Environment['tabs']>;

const denied = () => new DOMException('Access is denied in this context.', 'SecurityError');
const silent = (): BroadcastChannel => {
  // The rest of the interface is not asked for anything.
  return { postMessage() {}, close() {}, onmessage: null } as unknown as BroadcastChannel;
};
/** Locks of a browser with this one page. */
const given = async (...[, ...rest]: unknown[]): Promise<unknown> => (rest.at(-1) as () => unknown)();
const locksThat = (request: (...call: unknown[]) => unknown) => ({ request }) as unknown as LockManager;

/** What is there, and refuses, as in a frame of an opaque origin or with all cookies blocked. */
export const denials: readonly { what: string; tabs: Tabs }[] = [
  { what: 'every lock', tabs: { locks: locksThat(() => Promise.reject(denied())), openChannel: silent } },
  { what: 'every lock at once', tabs: { locks: locksThat(() => { throw denied(); }), openChannel: silent } },
  { what: 'every lock, as if called off', tabs: { locks: locksThat(() => Promise.reject(new DOMException('', 'AbortError'))), openChannel: silent } },
  { what: 'an answer to any wish for a lock', tabs: { locks: locksThat(() => new Promise(() => {})), openChannel: silent } },
  { what: 'every channel', tabs: { locks: locksThat(given), openChannel: () => { throw denied(); } } },
  { what: 'every message', tabs: { locks: locksThat(given), openChannel: () => ({ ...silent(), postMessage() { throw denied(); } }) } },
  {
    what: 'every message, while another tab has the lock',
    tabs: {
      // Never ours: a wait ends when it is called off.
      locks: locksThat((_name, options) => new Promise((_, reject) => (options as LockOptions).signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))))),
      openChannel: () => ({ ...silent(), postMessage() { throw denied(); } }),
    },
  },
];
