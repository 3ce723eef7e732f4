import { invalidConfig } from './invalid-config.js';
import { createKeyRing, type KeyRing } from './keys.js';
import type { Authorize, ProxyOptions } from './options.js';
import type { Exposable } from './routes.js';

/** Options after they were checked, each in the form in which it is used. */
export interface Config {
  keys: KeyRing;
  authorize: Authorize;
  /** Without a slash at its end. */
  baseUrl: string;
  /** Without a slash at its end; empty at the root. */
  basePath: string;
  fetch: (request: Request) => Promise<Response>;
  exposed: ReadonlySet<Exposable>;
  models: ReadonlySet<string> | undefined;
  allowedOrigins: ReadonlySet<string>;
}

/** @throws BytespikeError `invalid_config`, when the server starts and not at the first request */
export function readOptions(options: ProxyOptions): Config {
  const expose = Object.entries(options.expose ?? {}).filter(([, open]) => open === true);
  return {
    keys: createKeyRing(options),
    authorize: readAuthorize(options.authorize),
    baseUrl: readBaseUrl(options.baseUrl ?? 'https://llm.bytespike.ai'),
    basePath: readBasePath(options.basePath ?? '/api/bytespike'),
    fetch: options.fetch ?? ((request) => globalThis.fetch(request)),
    exposed: new Set(expose.map(([name]) => name as Exposable)),
    models: options.models && new Set(options.models),
    allowedOrigins: new Set((options.allowedOrigins ?? []).map(readOrigin)),
  };
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
