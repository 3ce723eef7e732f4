import type { Clock } from '../base/clock.js';
import { BytespikeError } from '../base/errors.js';
import { toJson } from '../base/json.js';
import { createStore, type Store } from '../base/observable.js';
import { type Multiplexed, watchMultiplexed } from './multiplexed.js';
import type { QuotaStore } from './quota.js';
import { createTransport, type Transport } from './transport.js';

/** Through what a client asks. */
export interface AccessOptions {
  /** Where the proxy answers, for example `/api/bytespike`. A path alone needs a page to be relative to. */
  baseUrl: string;
  /** Does the requests. @default the platform's own */
  fetch?: (request: Request) => Promise<Response>;
  /** Sent with every request, for example the user's session token; a function is asked each time. */
  headers?: HeadersInit | (() => HeadersInit | Promise<HeadersInit>);
  /** @default 'same-origin' */
  credentials?: RequestCredentials;
  /** US dollars in one unit of the figures that the gateway calls credits. @default 1 */
  usdPerCredit?: number;
}

export interface Access {
  transport: Transport;
  /** What does the requests, where that is the app's own. */
  ownFetch: AccessOptions['fetch'];
  multiplexed: Multiplexed;
  /** What last asked for fewer calls (429), whichever call it was that heard it. */
  limited: Store<BytespikeError | undefined>;
  /** Absolute. @throws BytespikeError `invalid_config` where a path has no page to be relative to */
  baseUrl: () => string;
}

/** A part that asks: what it asks through is loaded together with it, so that both are one load, and opened once for all. */
export interface Asking {
  open(by: typeof openAccess): Access;
}

/** What such a part was given, and what it asks through. */
export function asked<Given extends Asking>(given: Given): Given & Access {
  return { ...given, ...given.open(openAccess) };
}

/** What a client asks through, loaded with the first thing that it asks. */
function openAccess(options: AccessOptions, { clock, quota, offered }: { clock: Clock; quota: QuotaStore; offered: Store<string | undefined> }): Access {
  const { fetch = (request: Request) => globalThis.fetch(request), headers = {}, credentials = 'same-origin' } = options;
  const baseUrl = () => absoluteBase(options.baseUrl);
  const multiplexed = watchMultiplexed(baseUrl);
  const limited = createStore<BytespikeError | undefined>(undefined);
  const transport = createTransport({
    baseUrl,
    fetch,
    headers: async () => (typeof headers === 'function' ? headers() : headers),
    credentials,
    clock,
    quota,
    offered,
    usdPerCredit: options.usdPerCredit ?? 1,
    onLost: multiplexed.forget,
    onLimited: limited.set,
  });
  return { transport, multiplexed, limited, baseUrl, ownFetch: options.fetch };
}

function absoluteBase(baseUrl: string): string {
  if (typeof baseUrl !== 'string' || baseUrl.trim() === '') {
    throw new BytespikeError({
      code: 'invalid_config',
      field: 'baseUrl',
      message: `createClient was given no baseUrl (${toJson(baseUrl)}), so nothing was sent. It is where the proxy is, for example "/api/bytespike". Look for a variable that is not set where the page is built.`,
    });
  }
  const page = typeof location === 'undefined' ? undefined : location.href;
  try {
    return new URL(baseUrl, page).href.replace(/\/+$/, '');
  } catch {
    throw new BytespikeError({
      code: 'invalid_config',
      field: 'baseUrl',
      message: `baseUrl "${baseUrl}" is not an address here: a path alone needs a page to be relative to. On a server, give createClient the whole address, for example "https://app.example.com/api/bytespike".`,
    });
  }
}
