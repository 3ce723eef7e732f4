import { type Batch, createBatch } from '../base/batch.js';
import { type Clock, lasting, systemClock } from '../base/clock.js';
import { type Environment, pageEnvironment } from '../base/environment.js';
import { createStore, type Store } from '../base/observable.js';
import { createPart, type Part } from '../base/part.js';
import type { RequestFacts } from '../catalog/forecast.js';
import type { LiveFigures } from '../catalog/overlay.js';
import type { GenerationRequest } from '../catalog/requests.js';
import type { Images } from '../images/images.js';
import type { Drawing } from '../images/under-way.js';
import { type BalanceWatch, createBalanceState } from '../money/balance.js';
import type { createHolds } from '../money/holds.js';
import type { recommendModel } from '../recommend/index.js';
import type { RecordStorage, TaskStoreOptions } from '../records/task-store.js';
import type { Tasks } from '../tasks/tasks.js';
import type { Account } from '../wire/account.js';
import type { WireShape } from '../wire/bodies.js';
import type { Connection, ConnectionOptions } from '../wire/connection.js';
import { createQuotaStore, type QuotaStore } from '../wire/quota.js';
import { lazyAccount, lazyImages, lazyTasks } from './doors.js';

export interface ClientOptions extends ConnectionOptions {
  /** How the parameters of a submit lie in its body. @default 'flat' */
  wire?: WireShape;
  /** Where tasks are remembered; `null` for memory only. @default localStorage with a `scope`, sessionStorage without, where there is one */
  storage?: RecordStorage | null;
  /**
   * Keeps users of one browser apart: the signed-in user's id. With it, tasks are found again by other
   * tabs and after days; without it only by this tab, reloads included, for nobody says whose they are.
   * @default none
   */
  scope?: string | undefined;
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
  /** Where tasks are remembered: `taskStore` opens it. */
  readonly memory: TaskStoreOptions;
  /** The balance, one and the same for all who look at it. */
  readonly balanceWatch: BalanceWatch;
  /** Synchronous images that are on their way. */
  readonly drawing: Store<readonly Drawing[]>;
  /** What the latest answer's quota headers said. */
  readonly quota: QuotaStore;
  readonly clock: Clock;
  /** What is told together is one render of the page. */
  readonly batch: Batch;
  /** The server's clock, by which links expire; milliseconds since the epoch. */
  serverNow(): number;
  /** What the gateway told of its models and rates, through this client or an app's own cache. */
  readonly live: Store<LiveFigures>;
  /** What the catalog says of a request, `live` figures laid over it: its usual wait and its price. */
  facts(request: GenerationRequest): Promise<RequestFacts>;
  /** Parts that are loaded once somebody looks at what they say. */
  readonly holds: Part<typeof createHolds>;
  readonly recommending: Part<typeof recommendModel>;
  /**
   * Loads what is otherwise loaded at first use, so that a click need not wait for it. The hooks
   * do it by themselves once they are on the page.
   * @throws BytespikeError when it could not be loaded; the next use tries again
   */
  preload(part: 'tasks' | 'images'): Promise<void>;
  /**
   * Forgets on this device what the user made, prompts and slots included, in every tab. Call it
   * when they sign out, and make a new client for whoever comes next. What runs goes on running.
   */
  signOut(): Promise<void>;
  /** A new idempotency key. */
  createId(): string;
}

/** What the parts that ask the gateway have in common. */
interface Shared extends Connection {
  clock: Clock;
  random: () => number;
  environment: Environment;
  usdPerCredit: number;
  createId: () => string;
}

/**
 * The connection to the proxy that stands before the gateway. Make one for the whole app.
 * Nothing is requested until it is used, and it may be made on a server.
 *
 * @example const client = createClient({ baseUrl: '/api/bytespike' })
 */
export function createClient(options: ClientOptions): Client {
  const { random = Math.random, environment = pageEnvironment(), usdPerCredit = 1 } = options;
  const clock = lasting(options.clock ?? systemClock);
  const quota = createQuotaStore();
  const live = createStore<LiveFigures>({});
  const { scope } = options;
  const memory = { storage: options.storage, scope, onDegraded: options.onStorageError };
  const drawing = createStore<readonly Drawing[]>([]);
  const connection = createPart(environment, async () => (await import('../wire/connection.js')).connect(options, { clock, quota }));
  /** A part that asks the gateway, loaded together with what it asks through. */
  const asking = <M, T>(load: () => Promise<M>, create: (module: M, shared: Shared) => T): Part<T> =>
    createPart(environment, async () => {
      const [module, connected] = await Promise.all([load(), connection.load()]);
      return create(module, { ...connected, clock, random, environment, usdPerCredit, createId });
    });
  const parts = {
    tasks: asking(
      () => import('../tasks/tasks.js'),
      ({ createTasks }, shared) => createTasks({ ...shared, memory, wire: options.wire ?? 'flat', channel: `bytespike:${options.baseUrl}:${scope || 'default'}` }),
    ),
    images: asking(() => import('../images/images.js'), ({ createImages }, shared) => createImages(shared)),
    account: asking(() => import('../wire/account.js'), ({ createAccount }, shared) => createAccount({ ...shared, quota, live })),
    facts: createPart(environment, async () => (await import('../catalog/forecast.js')).createFacts(live)),
  };
  const client = {
    baseUrl: options.baseUrl,
    ...lazyAccount(parts.account),
    images: lazyImages(parts.images, drawing),
    tasks: lazyTasks(parts.tasks, clock),
    memory,
    drawing,
    holds: createPart(environment, async () => (await import('../money/holds.js')).createHolds),
    recommending: createPart(environment, async () => (await import('../recommend/index.js')).recommendModel),
    quota,
    live,
    clock,
    batch: createBatch(clock),
    serverNow: () => connection.current()?.transport.serverNow() ?? clock.wallNow(),
    facts: async (request: GenerationRequest) => (await parts.facts.load())(request),
    preload: async (part: 'tasks' | 'images') => void (await Promise.all([parts[part].load(), parts.facts.load()])),
    signOut: async () => (await import('../records/sign-out.js')).forgetAll({ memory }),
    createId,
  };
  return { ...client, balanceWatch: createBalanceState(client) };
}

function createId(): string {
  // `randomUUID` is missing on pages that are not served securely, such as a phone's view of a development server.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `bs_${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
