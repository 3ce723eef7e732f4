import { isLoopback, parseUrl } from '../../core/base/url.js';
import { findModel } from '../../core/catalog/catalog.js';
import type { WireShape } from '../../core/wire/bodies.js';
import { isFilled } from '../base/filled.js';
import { invalidConfig } from '../base/invalid-config.js';
import type { Feature } from '../calls/routes.js';
import { areCaps, type Caps } from '../spend/caps.js';
import { areLimits, PUBLIC_LIMITS } from '../store/limits.js';
import type { Limits } from '../store/store.js';
import type { Authorize } from '../users/authorize.js';
import type { ProxyOptions } from './options.js';

// Each takes one option as the app wrote it, and throws `invalid_config` with how to write it.

export function readFeatures({ expose = {}, assets, text, uploads }: ProxyOptions): ReadonlySet<Feature> {
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
  if (uploads !== undefined) features.add('uploads');
  return features;
}

export function readLimits({ limits, authorize }: ProxyOptions): Limits | undefined {
  if (limits === undefined) return authorize === 'public' ? PUBLIC_LIMITS : undefined;
  if (areLimits(limits)) return limits;
  throw invalidConfig(
    'limits',
    'createProxy cannot hold these `limits`: write { requests: { max, perSeconds }, tasksInFlight, spend: { usd, perSeconds } } with numbers from 0, and leave out what is not limited.',
  );
}

export function readCaps(caps: Caps | undefined): Caps | undefined {
  if (caps === undefined || areCaps(caps)) return caps;
  throw invalidConfig(
    'caps',
    "createProxy cannot hold these `caps`: write { n, size: '1024x1024', durationSeconds, resolution: '720p', maxCost } with numbers from 0, and leave out what is not capped.",
  );
}

/** Millionths of a US dollar, by model. */
export function readCosts(costs: ProxyOptions['costPerResult']): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(costs ?? {}).map(([model, usd]: [string, unknown]) => {
      if (findModel(model) === undefined && typeof usd === 'number' && Number.isFinite(usd) && usd >= 0) return [model, Math.round(usd * 1e6)];
      throw invalidConfig(
        'costPerResult',
        `createProxy cannot count ${JSON.stringify(model)} by this \`costPerResult\`: write { 'model': 0.5 } in US dollars from 0, for models that the built-in catalog does not have.`,
      );
    }),
  );
}

export function readModels(models: unknown): ReadonlySet<string> | undefined {
  if (models === undefined) return undefined;
  if (Array.isArray(models) && models.every(isFilled)) return new Set(models);
  throw invalidConfig('models', "createProxy takes as `models` a list of ids, for example ['gpt-image-2', 'veo-3.1-fast']. Look for an empty variable; leave the option out to allow all.");
}

export function readWire(wire: WireShape | undefined): WireShape | undefined {
  if (wire === undefined || wire === 'flat' || wire === 'params') return wire;
  throw invalidConfig('wire', "createProxy knows as `wire` 'flat' and 'params': how the gateway wants the parameters of a submit. Leave it out to pass them as they come.");
}

/** Above it timers of the platform fire at once. */
const LONGEST_TIMEOUT = 2 ** 31 / 1000;

/** Milliseconds. */
export interface Timeouts {
  answerMs: number;
  idleMs: number;
  stalledMs: number;
  bodyMs: number;
}

export function readTimeouts({ answer = 120, idle = 60, stalled = 60, body = 30 }: NonNullable<ProxyOptions['timeouts']> = {}): Timeouts {
  if ([answer, idle, stalled, body].every((seconds) => seconds > 0 && seconds < LONGEST_TIMEOUT)) {
    return { answerMs: answer * 1000, idleMs: idle * 1000, stalledMs: stalled * 1000, bodyMs: body * 1000 };
  }
  throw invalidConfig('timeouts', 'createProxy takes as `timeouts` { answer, idle, stalled, body } in seconds, above 0 and below 24 days.');
}

export function readAuthorize(authorize: unknown): Authorize {
  if (authorize === 'public') return () => ({ userId: 'public' });
  if (typeof authorize === 'function') return authorize as Authorize;
  throw invalidConfig(
    'authorize',
    "createProxy needs `authorize`: without it anybody who finds the address spends your key's money. Pass a function that returns { userId } or a Response, or 'public' to open it on purpose.",
  );
}

export function readAuthorizeEvery(seconds = 30): number {
  if (seconds > 0 && seconds < LONGEST_TIMEOUT) return seconds * 1000;
  throw invalidConfig('authorizeEvery', 'createProxy takes as `authorizeEvery` seconds, above 0 and below 24 days.');
}

export function readBaseUrl(baseUrl: string): string {
  const url = parseUrl(baseUrl);
  const secure = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
  if (url !== undefined && secure && !url.username && !url.password && !url.search && !url.hash) {
    return url.href.replace(/\/+$/, '');
  }
  throw invalidConfig(
    'baseUrl',
    'createProxy cannot send a key to this `baseUrl`: it must be an https: address without user, query or hash (http: only for localhost, 127.0.0.0/8 and [::1]).',
  );
}

export function readBasePath(basePath: string, field: 'basePath' | 'assets.path' = 'basePath'): string {
  const path = basePath.replace(/\/+$/, '');
  if (path === '' || (/^(\/[\w.~-]+)+$/.test(path) && !/\/\.\.?(\/|$)/.test(path))) return path;
  throw invalidConfig(
    field,
    `createProxy cannot be mounted at ${field} ${JSON.stringify(basePath)}: write it as ${field === 'basePath' ? 'requests carry it' : 'browsers ask for it'}, for example '/api/bytespike'.`,
  );
}

export function readOrigin(origin: string): string {
  const url = parseUrl(origin);
  if (url !== undefined && /^https?:$/.test(url.protocol) && url.origin === origin) return origin;
  throw invalidConfig(
    'allowedOrigins',
    `${JSON.stringify(origin)} in \`allowedOrigins\` is no origin: list each one whole, without a path, for example 'https://app.example.com'. There is no wildcard.`,
  );
}
