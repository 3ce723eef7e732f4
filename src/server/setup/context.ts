import { type Clock, systemClock } from '../../core/base/clock.js';
import { parseUrl } from '../../core/base/url.js';
import type { WireShape } from '../../core/wire/bodies.js';
import { addressGroup, connectionAddress } from '../base/address.js';
import { isFilled } from '../base/filled.js';
import { invalidConfig } from '../base/invalid-config.js';
import { createReadings, type Readings } from '../base/readings.js';
import { createSigner, readSecrets, type Signer } from '../base/signature.js';
import type { Logger } from '../calls/report.js';
import type { Feature } from '../calls/routes.js';
import { readTextOptions, type TextRules } from '../calls/text-fields.js';
import { createTaskEvents, type TaskEvents } from '../events/task-events.js';
import { createWebhook, type Webhook, type WebhookOptions } from '../events/webhook.js';
import { createIdempotency, type Idempotency } from '../replay/idempotency.js';
import type { KnownAssets } from '../results/facts.js';
import { createFinish, type Finish } from '../results/finish.js';
import { readHosts } from '../results/hosts.js';
import { type AssetLinks, type AssetLinksOptions, createAssetLinks } from '../results/links.js';
import { type Budget, createBudget } from '../spend/budget.js';
import type { PriceRules } from '../spend/priced.js';
import { createDeferredWrites } from '../store/deferred-writes.js';
import { createMemoryStore } from '../store/memory-store.js';
import { patient } from '../store/patient-store.js';
import type { Limits, ProxyStore } from '../store/store.js';
import type { Uploads } from '../uploads/uploads.js';
import { createKeys } from '../upstream/key-groups.js';
import { type KeyRing, lackingKey } from '../upstream/keys.js';
import { createTaskReader, type TaskReader } from '../upstream/task-reader.js';
import type { Authorization, Authorize } from '../users/authorize.js';
import type { RequestedHost } from '../users/origin.js';
import { createOpenStreams, type OpenStreams } from '../users/open-streams.js';
import { createOwnership, type OwnedTask, type Ownership } from '../users/ownership.js';
import { readAuthorize, readAuthorizeEvery, readBasePath, readBaseUrl, readCaps, readCosts, readFeatures, readLimits, readModels, readOrigin, readTimeouts, readWire, type Timeouts } from './checks.js';
import type { ProxyOptions } from './options.js';
import { offersOf, readUploads } from './read-uploads.js';

/** Options after they were checked, each in the form in which it is used. */
export interface Config {
  keys: KeyRing;
  /** The key depends on the model, so a task must not forget its own. */
  keysDiffer: boolean;
  ownership: Ownership;
  budget: Budget;
  /** By what calls are priced. */
  prices: PriceRules;
  idempotency: Idempotency;
  /** What the gateway's readings of tasks mean. */
  readings: Readings;
  /** Tasks at the gateway, each with the key that reaches it. */
  reader: TaskReader;
  /** Images under an `Idempotency-Key` are made as tasks, where they can be. */
  imagesAsTasks: boolean;
  /** The shape in which submits go up; without one as they came. */
  wire: WireShape | undefined;
  /** Absent for the public: they are one user, and would see each other's tasks. */
  events: TaskEvents | undefined;
  clock: Clock;
  timeouts: Timeouts;
  /** What is open at the moment. */
  streams: OpenStreams;
  /** How often an open stream asks `authorize` again. Milliseconds. */
  authorizeEveryMs: number;
  /** Where the gateway tells of ends. */
  callbackUrl: string | undefined;
  webhook: Webhook | undefined;
  limits: Limits | undefined;
  /** Whose limits a call counts against. */
  subjectOf: (request: Request, decision: Authorization) => string;
  authorize: Authorize;
  /** Without a slash at its end. */
  baseUrl: string;
  /** Without a slash at its end; empty at the root. */
  basePath: string;
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** What of the table is open that is closed by default. */
  features: ReadonlySet<Feature>;
  /** What the gateway says of the key's money reaches the browser. */
  showsWallet: boolean;
  /** What is left to a user stands in the place of the balance. */
  showsBudget: boolean;
  /** What may be written, and how much of it; absent when nothing may. */
  text: TextRules | undefined;
  /** Results lead through the proxy. */
  assets: { links: AssetLinks; maxBytes: number; known: KnownAssets } | undefined;
  /** Where pictures that users bring along are kept; absent when none are taken. */
  uploads: Uploads | undefined;
  /** What every answer says of the proxy. */
  offers: string;
  /** Puts the addresses of results in order; absent when they go out as they come. */
  finish: Finish | undefined;
  models: ReadonlySet<string> | undefined;
  allowedOrigins: ReadonlySet<string>;
  requestedHost: RequestedHost | undefined;
}

/** @throws BytespikeError `invalid_config`, when the server starts and not at the first request */
export function readOptions(options: ProxyOptions): Config {
  const { clock = systemClock, logger = console } = options;
  const given = options.store ?? createMemoryStore({ clock });
  const store = patient(given);
  tellConcerns(given, logger);
  const deferred = createDeferredWrites({ clock, logger });
  const readings = createReadings(options.usdPerCredit);
  const { fetch: own } = options;
  const fetch: Config['fetch'] = own === undefined ? (url, init) => globalThis.fetch(url, init) : async (url, init) => own(new Request(url, init));
  const baseUrl = readBaseUrl(options.baseUrl ?? 'https://llm.bytespike.ai');
  const timeouts = readTimeouts(options.timeouts);
  const keys = createKeys(options, { clock, logger, baseUrl, timeouts, fetch });
  const observe = (reading: unknown, { taskId, model }: OwnedTask) => void budget.observe(reading, { taskId, model, hold: undefined });
  const reader = createTaskReader({ baseUrl, fetch: (request) => (own === undefined ? globalThis.fetch(request) : own(request)), keys, clock, readings, observe });
  const budget = createBudget({ store, clock, deferred, readAgain: (task) => reader.read(task), readings });
  const signer = readSigner(options);
  const basePath = readBasePath(options.basePath ?? '/api/bytespike');
  const assets = readAssets(options, { signer, clock, basePath });
  const finish = createFinish({ onAsset: options.onAsset, links: assets?.links, clock, logger });
  const events = options.authorize === 'public' ? undefined : createTaskEvents({ reader, clock, finish, readings, shared: store.events });
  const uploads = readUploads(options.uploads, { store, clock, deferred, signer });
  return {
    keys,
    clock,
    events,
    uploads,
    offers: offersOf(events, uploads),
    ...readWebhook(options, { budget, events, finish, patience: { clock, timeouts }, read: (task) => reader.read(task) }),
    keysDiffer: options.keyFor !== undefined || options.keys !== undefined,
    ownership: createOwnership(signer),
    budget,
    prices: { caps: readCaps(options.caps), costPerResult: readCosts(options.costPerResult) },
    idempotency: createIdempotency({ store, clock, deferred }),
    readings,
    reader,
    imagesAsTasks: options.imagesAsTasks ?? store.lasting ?? false,
    wire: readWire(options.wire),
    streams: createOpenStreams(),
    authorizeEveryMs: readAuthorizeEvery(options.authorizeEvery),
    timeouts,
    limits: readLimits(options),
    subjectOf: readSubjects(options),
    authorize: readAuthorize(options.authorize),
    baseUrl,
    basePath,
    fetch,
    features: readFeatures(options),
    showsWallet: options.expose?.balance === true,
    showsBudget: options.expose?.balance === 'budget',
    text: readTextOptions(options.text),
    assets,
    finish,
    models: readModels(options.models),
    allowedOrigins: new Set((options.allowedOrigins ?? []).map(readOrigin)),
    requestedHost: options.requestedHost,
  };
}

/** In the background: whoever asks meanwhile is served. */
function tellConcerns(store: ProxyStore, logger: Logger): void {
  store.concerns?.().then(
    (concerns) => concerns.forEach(({ level, message }) => logger[level](message)),
    () => logger.warn('bytespike: the store could not be asked how it is set up. While it fails, calls that cost money are refused.'),
  );
}

function readSigner(options: ProxyOptions): Signer {
  const { secret, apiKey, logger = console } = options;
  const secrets = readSecrets(secret, apiKey);
  // Without a key there is nothing to sign for, and that was told.
  if (secrets === undefined && lackingKey(options) === undefined) {
    logger.warn(
      'bytespike: createProxy has no `secret`, so the ids of tasks are signed by chance: after a restart, and on another instance, nobody can reach a task that was begun. Make one with: openssl rand -hex 32',
    );
  }
  return createSigner(secrets);
}

const MIB = 1024 * 1024;

function readAssets({ assets }: ProxyOptions, means: Omit<AssetLinksOptions, 'mayFetch'>): Config['assets'] {
  if (assets === undefined) return undefined;
  const { hosts, maxBytes = 512 * MIB, path = means.basePath } = assets;
  if (!(maxBytes > 0)) throw invalidConfig('assets', 'createProxy takes as `assets.maxBytes` a number of bytes above 0.');
  return { maxBytes, known: new Map(), links: createAssetLinks({ ...means, basePath: readBasePath(path, 'assets.path'), mayFetch: readHosts(hosts) }) };
}

function readWebhook({ callbackUrl, webhookSecret }: ProxyOptions, means: Omit<WebhookOptions, 'secret'>): Pick<Config, 'callbackUrl' | 'webhook'> {
  if (webhookSecret !== undefined && !isFilled(webhookSecret)) {
    throw invalidConfig('webhookSecret', 'createProxy takes as `webhookSecret` what the gateway signs with, and no empty text, by which anybody could sign. Look for an empty variable, or leave the option out: nothing that arrives is believed then, only looked into.');
  }
  if (callbackUrl !== undefined && parseUrl(callbackUrl)?.protocol !== 'https:') {
    throw invalidConfig('callbackUrl', 'createProxy takes as `callbackUrl` the whole https: address of its own webhook, as the gateway reaches it. Look for an empty variable.');
  }
  const wanted = callbackUrl !== undefined || webhookSecret !== undefined;
  return { callbackUrl, webhook: wanted ? createWebhook({ ...means, secret: webhookSecret }) : undefined };
}

function readSubjects({ authorize, clientAddress = connectionAddress }: ProxyOptions): Config['subjectOf'] {
  if (authorize !== 'public') return (_, { userId }) => `user:${userId}`;
  return (request) => `address:${addressGroup(clientAddress(request) ?? '')}`;
}

