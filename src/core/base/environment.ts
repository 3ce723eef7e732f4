import { granted } from './granted.js';

/** What core asks of the page it runs in; a parameter, so that a server or a test can answer otherwise. */
export interface Environment {
  /** False only when the browser is sure. */
  isOnline(): boolean;
  isHidden(): boolean;
  /** Calls back when the page is shown again, restored from the back-forward cache, or online again. */
  onWake(listener: () => void): () => void;
  onOffline(listener: () => void): () => void;
  /** Calls back when the page is put away whole, to be shown again as it was, or never; absent where none is. */
  onAway?(listener: () => void): () => void;
  /** Calls back once, when somebody begins to point, to type or to walk through the page; absent where nobody can. */
  onIntent?(listener: () => void): () => void;
  /** How tabs of one origin agree; absent where there are none. */
  tabs?: { locks: LockManager; openChannel(name: string): BroadcastChannel } | undefined;
}

/** What comes before every click: a pointer that moves or touches, a key, the focus. */
const INTENT = ['pointermove', 'pointerdown', 'keydown', 'focusin'];

/** The page's own environment; on a server: online, visible, never changing. */
export function pageEnvironment(): Environment {
  const page = granted(() => document);
  // Not every server has events.
  const scope: Partial<typeof globalThis> = globalThis;
  const on = (name: string, listener: (event: Event) => void) => {
    scope.addEventListener?.(name, listener);
    return () => scope.removeEventListener?.(name, listener);
  };
  const isHidden = () => page?.visibilityState === 'hidden';
  return {
    isOnline: () => granted(() => navigator.onLine) !== false,
    isHidden,
    onWake(listener) {
      const shown = () => {
        if (!isHidden()) listener();
      };
      const stops = [on('online', listener), on('pageshow', listener)];
      page?.addEventListener('visibilitychange', shown);
      return () => {
        stops.forEach((stop) => stop());
        page?.removeEventListener('visibilitychange', shown);
      };
    },
    onOffline: (listener) => on('offline', listener),
    // One that is left for good takes its locks with it.
    onAway: (listener) => on('pagehide', (event) => (event as PageTransitionEvent).persisted && listener()),
    onIntent(listener) {
      const begun = () => {
        leave();
        listener();
      };
      const leave = () => INTENT.forEach((name) => page?.removeEventListener(name, begun, true));
      // On the way down, before whoever stops them.
      INTENT.forEach((name) => page?.addEventListener(name, begun, true));
      return leave;
    },
    tabs: page === undefined ? undefined : pageTabs(),
  };
}

function pageTabs(): Environment['tabs'] {
  // Locks are missing on pages that are not served securely, and some browsers have none to look at where they are forbidden.
  const locks: LockManager | null | undefined = granted(() => navigator.locks);
  const Channel = granted(() => BroadcastChannel);
  return locks && Channel ? { locks, openChannel: (name) => new Channel(name) } : undefined;
}
