import { createStore } from '../base/observable.js';

/** Whether requests to the proxy share one connection, as far as the browser has told: HTTP/2 and 3. Unknown counts as no. */
export interface Multiplexed {
  get(): boolean;
  subscribe(listener: () => void): () => void;
  /** After a connection broke: the next may be another kind, and the next answer tells. */
  forget(): void;
}

/** What the browser says of each request that was answered; of one to another origin only where `Timing-Allow-Origin` lets it. */
export function watchMultiplexed(baseUrl: () => string): Multiplexed {
  const isShared = createStore(false);
  if (typeof document !== 'undefined') {
    observe((entries) => {
      const base = `${baseUrl()}/`;
      const protocol = entries.findLast(({ name, nextHopProtocol }) => nextHopProtocol && name.startsWith(base))?.nextHopProtocol;
      if (protocol !== undefined) isShared.set(/^h[23]/.test(protocol));
    });
  }
  return { get: isShared.get, subscribe: isShared.subscribe, forget: () => isShared.set(false) };
}

function observe(look: (entries: PerformanceResourceTiming[]) => void): void {
  try {
    // Not the page's own list of entries, which is full after some hundreds.
    new PerformanceObserver((list) => look(list.getEntries() as PerformanceResourceTiming[])).observe({ type: 'resource', buffered: true });
  } catch {
    // There is none, or it may not be looked at: nothing is known.
  }
}
