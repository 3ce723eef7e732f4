import type { Account } from './account.js';
import { type Batch, createBatch } from './batch.js';
import { type Clock, systemClock } from './clock.js';
import { type Environment, pageEnvironment } from './environment.js';
import { BytespikeError } from './errors.js';
import type { RequestFacts } from './facts.js';
import type { Images } from './images.js';
import { createPart, lazyAccount, lazyImages, lazyTasks } from './lazy.js';
import { createQuotaStore, type QuotaStore } from './quota.js';
import { createTaskStore, type RecordStorage, type TaskStore } from './store.js';
import type { GenerationRequest } from './requests.js';
import type { Tasks } from './tasks.js';
import { createTransport } from './transport.js';
import type { WireShape } from './wire-requests.js';

export interface ClientOptions {
  /** Where the proxy answers, for example `/api/bytespike`. A path alone needs a page to be relative to. */
  baseUrl: string;
  /** Does the requests. @default the platform's own */
  fetch?: (request: Request) => Promise<Response>;
  /** Sent with every request, for example the user's session token; a function is asked each time. */
  headers?: HeadersInit | (() => HeadersInit | Promise<HeadersInit>);
  /** @default 'same-origin' */
  credentials?: RequestCredentials;
  /** How the parameters of a submit lie in its body. @default 'flat' */
  wire?: WireShape;
  /** Where tasks are remembered; `null` for memory only. @default localStorage, where there is one */
  storage?: RecordStorage | null;
  /** Keeps users of one browser apart: the signed-in user's id. @default 'default' */
  scope?: string;
  /** US dollars in one unit of the figures that the gateway calls credits. @default 1 */
  usdPerCredit?: number;
  /** Called once when storage is full, corrupted or forbidden, and memory takes its place. */
  onStorageError?: (cause: unknown) => void;
  /** Time, chance and the page, for tests. */
  clock?: Clock;
  random?: () => number;
  environment?: Environment;
}

export interface Client extends Account {
  readonly baseUrl: string;
  readonly images: Images;
  readonly tasks: Tasks;
  /** Tasks of this user that are remembered on this device. */
  readonly store: TaskStore;
  /** What the latest answer's quota headers said. */
  readonly quota: QuotaStore;
  readonly clock: Clock;
  /** What is told together is one render of the page. */
  readonly batch: Batch;
  /** The server's clock, by which links expire; milliseconds since the epoch. */
  serverNow(): number;
  /** What the catalog says of a request: its usual wait and its price. */
  facts(request: GenerationRequest): Promise<RequestFacts>;
  /**
   * Loads what is otherwise loaded at first use, so that a click need not wait for it. The hooks
   * do it by themselves once they are on the page.
   * @throws BytespikeError when it could not be loaded; the next use tries again
   */
  preload(part: 'tasks' | 'images'): Promise<void>;
  /** A new idempotency key. */
  createId(): string;
}

/**
 * The connection to the proxy that stands before the gateway. Make one for the whole app.
 * Nothing is requested until it is used, and it may be made on a server.
 *
 * @example const client = createClient({ baseUrl: '/api/bytespike' })
 */
export function createClient(options: ClientOptions): Client {
  const { clock = systemClock, random = Math.random, environment = pageEnvironment(), usdPerCredit = 1 } = options;
  const { fetch = (request: Request) => globalThis.fetch(request), headers = {} } = options;
  const quota = createQuotaStore();
  const baseUrl = () => absoluteBase(options.baseUrl);
  const transport = createTransport({
    baseUrl,
    fetch,
    headers: async () => (typeof headers === 'function' ? headers() : headers),
    credentials: options.credentials ?? 'same-origin',
    clock,
    quota,
    usdPerCredit,
  });
  const store = createTaskStore({
    storage: options.storage === undefined ? pageStorage() : (options.storage ?? undefined),
    scope: options.scope ?? 'default',
    onDegraded: options.onStorageError,
  });
  const shared = { transport, clock, random, environment, usdPerCredit, baseUrl };
  const scope = options.scope ?? 'default';
  const parts = {
    tasks: createPart(environment, async () => {
      const { createTasks } = await import('./tasks.js');
      const channel = `bytespike:${options.baseUrl}:${scope}`;
      return createTasks({ ...shared, store, wire: options.wire ?? 'flat', createId, channel });
    }),
    images: createPart(environment, async () => (await import('./images.js')).createImages(shared)),
    account: createPart(environment, async () => (await import('./account.js')).createAccount({ ...shared, quota })),
    facts: createPart(environment, async () => (await import('./facts.js')).factsOf),
  };
  return {
    baseUrl: options.baseUrl,
    ...lazyAccount(parts.account),
    images: lazyImages(parts.images),
    tasks: lazyTasks(parts.tasks, clock),
    store,
    quota,
    clock,
    batch: createBatch(clock),
    serverNow: transport.serverNow,
    facts: async (request) => (await parts.facts.load())(request),
    preload: async (part) => void (await Promise.all([parts[part].load(), parts.facts.load()])),
    createId,
  };
}

function createId(): string {
  // `randomUUID` is missing on pages that are not served securely, such as a phone's view of a development server.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `bs_${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

function pageStorage(): RecordStorage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    // Forbidden by the browser's settings.
    return undefined;
  }
}

function absoluteBase(baseUrl: string): string {
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
