import { createStore, type Store } from '../core/base/observable.js';
import { createTraffic, type Traffic } from './traffic.js';

export interface DevtoolsOptions {
  /** What really sends. @default the platform's */
  fetch?: ((request: Request) => Promise<Response>) | undefined;
  /** How many requests are remembered. @default 500 */
  most?: number | undefined;
}

/** What the panel shows, and what it is wired to. One for a page. */
export interface Devtools {
  /** For `createClient({ fetch })`: sends every request as it is, and remembers what became of it. */
  fetch(this: void, request: Request): Promise<Response>;
  /** For `createSimulatedGateway({ speed })`: what is chosen in the panel, 1 at first. */
  speed(this: void): number;
  readonly traffic: Traffic;
  readonly pace: Store<number>;
}

const MOST = 500;

/**
 * Watches a client, for the panel `BytespikeDevtools`. For development: import it there alone, and no byte of it is in
 * what people load.
 *
 * @example
 * const devtools = createDevtools();
 * const client = createClient({ baseUrl: '/api/bytespike', fetch: devtools.fetch });
 */
export function createDevtools({ fetch = (request) => globalThis.fetch(request), most = MOST }: DevtoolsOptions = {}): Devtools {
  const traffic = createTraffic(fetch, most);
  const pace = createStore(1);
  return { fetch: traffic.fetch, speed: pace.get, traffic, pace };
}
