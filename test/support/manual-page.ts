import type { Environment } from '../../src/core/base/environment.js';

/** A page that a test switches off, hides and wakes. */
export interface ManualPage extends Environment {
  online: boolean;
  hidden: boolean;
  wake(): void;
  goOffline(): void;
}

export function createManualPage(): ManualPage {
  const wakers = new Set<() => void>();
  const losers = new Set<() => void>();
  const listen = (set: Set<() => void>) => (listener: () => void) => {
    set.add(listener);
    return () => set.delete(listener);
  };
  const page: ManualPage = {
    online: true,
    hidden: false,
    isOnline: () => page.online,
    isHidden: () => page.hidden,
    onWake: listen(wakers),
    onOffline: listen(losers),
    wake: () => [...wakers].forEach((listener) => listener()),
    goOffline() {
      page.online = false;
      for (const listener of [...losers]) listener();
    },
  };
  return page;
}
