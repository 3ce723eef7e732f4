import { createBatch } from '../base/batch.js';
import { type Clock, lasting, systemClock } from '../base/clock.js';
import { type Environment, pageEnvironment } from '../base/environment.js';
import { granted } from '../base/granted.js';
import { createStore } from '../base/observable.js';
import { createPart, type Part } from '../base/part.js';
import type { LiveCatalog } from '../catalog/overlay.js';
import type { PendingImage } from '../images/under-way.js';
import type { RecordStorage } from '../records/task-store.js';
import type { WireShape } from '../wire/bodies.js';
import type { Access, AccessOptions } from '../wire/access.js';
import { createQuotaStore } from '../wire/quota.js';
import type { Client } from './api.js';
import { lazyAccount, lazyImages, lazyTasks } from './doors.js';
import type { ClientInternals, Given } from './internals.js';

export interface ClientOptions extends AccessOptions {
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

/**
 * The connection to the proxy that stands before the gateway. Make one for the whole app.
 * Nothing is requested until it is used, and it may be made on a server.
 *
 * @example const client = createClient({ baseUrl: '/api/bytespike' })
 */
export function createClient(options: ClientOptions): Client {
  const { baseUrl, scope, storage, wire = 'flat', random = Math.random, environment = pageEnvironment(), usdPerCredit = 1 } = options;
  const clock = lasting(options.clock ?? systemClock);
  const quota = createQuotaStore();
  const live = createStore<LiveCatalog>({});
  const memory = { storage, scope, onDegraded: options.onStorageError };
  const offered = createStore<string | undefined>(undefined);
  const pendingImages = createStore<readonly PendingImage[]>([]);
  let access: Access | undefined;
  const given: Given = { open: (openAccess) => (access ??= openAccess(options, { clock, quota, offered })), clock, random, environment, usdPerCredit, createId };
  const asking = <M, T>(load: () => Promise<M>, create: (module: M, given: Given) => T): Part<T> => createPart(environment, async () => create(await load(), given));
  const parts = {
    tasks: asking(
      () => import('../tasks/tasks.js'),
      ({ createTasks }) => createTasks({ ...given, memory, wire, channel: `bytespike:${baseUrl}:${scope || 'default'}` }),
    ),
    images: asking(() => import('../images/images.js'), ({ createImages }) => createImages(given)),
    account: asking(() => import('../wire/account.js'), ({ createAccount }) => createAccount({ ...given, quota, live })),
    uploads: asking(() => import('../uploads/uploads.js'), ({ createUploads }) => createUploads(given)),
  };
  const preload = (part: 'tasks' | 'images') => parts[part].load().then(() => {});
  const client: ClientInternals = {
    baseUrl,
    ...lazyAccount(parts.account),
    images: lazyImages(parts.images, pendingImages),
    tasks: lazyTasks(parts.tasks, clock),
    upload: async (...call) => (await parts.uploads.load()).upload(...call),
    offers: offered.get,
    offered,
    preload,
    prepare: (part, more) =>
      environment.onIntent?.(() => {
        preload(part).catch(() => {});
        more?.();
      }),
    signOut: async () => (await import('./sign-out.js')).forgetAll({ memory }),
    memory,
    asking,
    pendingImages,
    quota,
    live,
    clock,
    batch: createBatch(clock),
    serverNow: () => access?.transport.serverNow() ?? clock.wallNow(),
    createId,
  };
  return client;
}

function createId(): string {
  // `randomUUID` is missing on pages that are not served securely, such as a phone's view of a development server.
  const bytes = new Uint8Array(32);
  granted(() => crypto.getRandomValues(bytes));
  // Where there is no `crypto` at all, of chance that could be foretold: a key has to be new, and is no secret.
  return `bs_${[...bytes].map((byte) => ((byte ^ (Math.random() * 16)) & 15).toString(16)).join('')}`;
}
