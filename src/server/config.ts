import { type Clock, systemClock } from '../core/clock.js';
import type { WireShape } from '../core/wire-requests.js';
import { addressGroup, connectionAddress } from './address.js';
import { type Budget, createBudget } from './budget.js';
import { readHosts } from './asset-hosts.js';
import { type AssetLinks, type AssetLinksOptions, createAssetLinks } from './asset-links.js';
import { areCaps, type Caps } from './caps.js';
import { createFinish, type Finish } from './finish.js';
import { invalidConfig } from './invalid-config.js';
import { createKeyRing, type KeyRing } from './keys.js';
import { areLimits, PUBLIC_LIMITS } from './limits.js';
import { createMemoryStore } from './memory-store.js';
import { createOnce, type Once } from './once.js';
import type { Authorization, Authorize, ProxyOptions } from './options.js';
import { createOwnership, type Ownership } from './ownership.js';
import type { Feature } from './routes.js';
import { createSigner, readSecrets, type Signer } from './signature.js';
import type { Limits } from './store.js';
import { createTaskEvents, type TaskEvents } from './task-events.js';
import { createTaskReader, type TaskReader } from './task-reader.js';
import { readTextOptions, type TextRules } from './text-fields.js';
import { createWebhook, type Webhook, type WebhookOptions } from './webhook.js';

/** Options after they were checked, each in the form in which it is used. */
export interface Config {
  keys: KeyRing;
  /** The key depends on the model, so a task must not forget its own. */
  keysDiffer: boolean;
  ownership: Ownership;
  budget: Budget;
  once: Once;
  /** Tasks at the gateway, each with the key that reaches it. */
  reader: TaskReader;
  /** Images under an `Idempotency-Key` are made as tasks, where they can be. */
  imagesAsTasks: boolean;
  /** The shape in which submits go up; without one as they came. */
  wire: WireShape | undefined;
  /** Absent for the public: they are one user, and would see each other's tasks. */
  events: TaskEvents | undefined;
  clock: Clock;
  /** Milliseconds. */
  timeouts: { answerMs: number; idleMs: number; stalledMs: number };
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
  fetch: (request: Request) => Promise<Response>;
  /** What of the table is open that is closed by default. */
  features: ReadonlySet<Feature>;
  /** What the gateway says of the key's money reaches the browser. */
  showsWallet: boolean;
  /** What is left to a user stands in the place of the balance. */
  showsBudget: boolean;
  /** What may be written, and how much of it; absent when nothing may. */
  text: TextRules | undefined;
  /** Results lead through the proxy. */
  assets: { links: AssetLinks; maxBytes: number } | undefined;
  /** Puts the addresses of results in order; absent when they go out as they come. */
  finish: Finish | undefined;
  models: ReadonlySet<string> | undefined;
  allowedOrigins: ReadonlySet<string>;
}

/** @throws BytespikeError `invalid_config`, when the server starts and not at the first request */
export function readOptions(options: ProxyOptions): Config {
  const { store = createMemoryStore(), clock = systemClock } = options;
  const keys = createKeyRing(options);
  const baseUrl = readBaseUrl(options.baseUrl ?? 'https://llm.bytespike.ai');
  const { fetch = (request: Request) => globalThis.fetch(request) } = options;
  const budget = createBudget({ store, clock, caps: readCaps(options.caps) });
  const observe = (reading: unknown, taskId: string) => void budget.observe(reading, { taskId, hold: undefined });
  const reader = createTaskReader({ baseUrl, fetch, keys, clock, observe });
  const signer = readSigner(options);
  const basePath = readBasePath(options.basePath ?? '/api/bytespike');
  const assets = readAssets(options, { signer, clock, basePath });
  const finish = createFinish({ onAsset: options.onAsset, links: assets?.links, clock, logger: options.logger ?? console });
  const events = options.authorize === 'public' ? undefined : createTaskEvents({ reader, clock, finish, shared: store.events });
  return {
    keys,
    clock,
    events,
    ...readWebhook(options, { budget, events, finish, read: (task) => reader.read(task) }),
    keysDiffer: options.keyFor !== undefined,
    ownership: createOwnership(signer),
    budget,
    once: createOnce(store, clock),
    reader,
    imagesAsTasks: options.imagesAsTasks ?? store.lasting ?? false,
    wire: readWire(options.wire),
    timeouts: readTimeouts(options.timeouts),
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
    models: options.models && new Set(options.models),
    allowedOrigins: new Set((options.allowedOrigins ?? []).map(readOrigin)),
  };
}

function readSigner({ secret, apiKey, logger = console }: ProxyOptions): Signer {
  const { secrets, lasting } = readSecrets(secret, apiKey);
  if (!lasting) {
    logger.warn(
      'bytespike: createProxy has no `secret`, so the ids of tasks are signed by chance: after a restart, and on another instance, nobody can reach a task that was begun. Make one with: openssl rand -hex 32',
    );
  }
  return createSigner(secrets);
}

function readFeatures({ expose = {}, assets, text }: ProxyOptions): ReadonlySet<Feature> {
  const features = new Set<Feature>(assets === undefined ? [] : ['assets']);
  for (const name of ['balance', 'usage', 'models', 'pricing'] as const) {
    const open: unknown = expose[name];
    if (open === undefined || open === false) continue;
    if (open !== true && !(name === 'balance' && open === 'budget')) {
      throw invalidConfig('expose', `createProxy knows as \`expose.${name}\` true and false${name === 'balance' ? " and 'budget'" : ''}.`);
    }
    features.add(name);
  }
  if (expose.balance === true) features.add('account');
  if (text !== undefined) features.add('text');
  return features;
}

const MIB = 1024 * 1024;

function readAssets({ assets }: ProxyOptions, means: Omit<AssetLinksOptions, 'mayFetch'>): Config['assets'] {
  if (assets === undefined) return undefined;
  const { hosts, maxBytes = 512 * MIB } = assets;
  if (!(maxBytes > 0)) throw invalidConfig('assets', 'createProxy takes as `assets.maxBytes` a number of bytes above 0.');
  return { maxBytes, links: createAssetLinks({ ...means, mayFetch: readHosts(hosts) }) };
}

function readLimits({ limits, authorize }: ProxyOptions): Limits | undefined {
  if (limits === undefined) return authorize === 'public' ? PUBLIC_LIMITS : undefined;
  if (areLimits(limits)) return limits;
  throw invalidConfig(
    'limits',
    'createProxy cannot hold these `limits`: write { requests: { max, perSeconds }, tasksInFlight, spend: { usd, perSeconds } } with numbers from 0, and leave out what is not limited.',
  );
}

function readCaps(caps: Caps | undefined): Caps | undefined {
  if (caps === undefined || areCaps(caps)) return caps;
  throw invalidConfig(
    'caps',
    "createProxy cannot hold these `caps`: write { n, size: '1024x1024', durationSeconds, resolution: '720p', maxCost } with numbers from 0, and leave out what is not capped.",
  );
}

function readWire(wire: WireShape | undefined): WireShape | undefined {
  if (wire === undefined || wire === 'flat' || wire === 'params') return wire;
  throw invalidConfig('wire', "createProxy knows as `wire` 'flat' and 'params': how the gateway wants the parameters of a submit. Leave it out to pass them as they come.");
}

function readTimeouts({ answer = 120, idle = 60, stalled = 60 }: NonNullable<ProxyOptions['timeouts']> = {}): Config['timeouts'] {
  if ([answer, idle, stalled].every((seconds) => seconds > 0 && seconds < LONGEST_TIMEOUT)) {
    return { answerMs: answer * 1000, idleMs: idle * 1000, stalledMs: stalled * 1000 };
  }
  throw invalidConfig('timeouts', 'createProxy takes as `timeouts` { answer, idle, stalled } in seconds, above 0 and below 24 days.');
}

/** Above it timers of the platform fire at once. */
const LONGEST_TIMEOUT = 2 ** 31 / 1000;

function readWebhook({ callbackUrl, webhookSecret }: ProxyOptions, means: Omit<WebhookOptions, 'secret'>): Pick<Config, 'callbackUrl' | 'webhook'> {
  if (webhookSecret === '' || (callbackUrl !== undefined && parse(callbackUrl)?.protocol !== 'https:')) {
    throw invalidConfig(
      webhookSecret === '' ? 'webhookSecret' : 'callbackUrl',
      'createProxy takes as `callbackUrl` the whole https: address of its own webhook, as the gateway reaches it, and as `webhookSecret` what the gateway signs with. Look for an empty variable.',
    );
  }
  const wanted = callbackUrl !== undefined || webhookSecret !== undefined;
  return { callbackUrl, webhook: wanted ? createWebhook({ ...means, secret: webhookSecret }) : undefined };
}

function readSubjects({ authorize, clientAddress = connectionAddress }: ProxyOptions): Config['subjectOf'] {
  if (authorize !== 'public') return (_, { userId }) => `user:${userId}`;
  return (request) => `address:${addressGroup(clientAddress(request) ?? '')}`;
}

function readAuthorize(authorize: unknown): Authorize {
  if (authorize === 'public') return () => ({ userId: 'public' });
  if (typeof authorize === 'function') return authorize as Authorize;
  throw invalidConfig(
    'authorize',
    "createProxy needs `authorize`: without it anybody who finds the address spends your key's money. Pass a function that returns { userId } or a Response, or 'public' to open it on purpose.",
  );
}

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

function readBaseUrl(baseUrl: string): string {
  const url = parse(baseUrl);
  const secure = url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.test(url.hostname));
  if (url !== undefined && secure && !url.username && !url.password && !url.search && !url.hash) {
    return url.href.replace(/\/+$/, '');
  }
  throw invalidConfig(
    'baseUrl',
    'createProxy cannot send a key to this `baseUrl`: it must be an https: address without user, query or hash (http: only for localhost, 127.0.0.0/8 and [::1]).',
  );
}

function readBasePath(basePath: string): string {
  const path = basePath.replace(/\/+$/, '');
  if (path === '' || (/^(\/[\w.~-]+)+$/.test(path) && !/\/\.\.?(\/|$)/.test(path))) return path;
  throw invalidConfig(
    'basePath',
    `createProxy cannot be mounted at basePath ${JSON.stringify(basePath)}: write it as requests carry it, for example '/api/bytespike'.`,
  );
}

function readOrigin(origin: string): string {
  const url = parse(origin);
  if (url !== undefined && /^https?:$/.test(url.protocol) && url.origin === origin) return origin;
  throw invalidConfig(
    'allowedOrigins',
    `${JSON.stringify(origin)} in \`allowedOrigins\` is no origin: list each one whole, without a path, for example 'https://app.example.com'. There is no wildcard.`,
  );
}

function parse(url: string): URL | undefined {
  try {
    return new URL(url);
  } catch {
    return undefined;
  }
}
