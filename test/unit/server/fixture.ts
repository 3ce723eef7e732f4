import { createProxy, type Proxy, type ProxyEvent, type ProxyOptions } from 'bytespike-react/server';
import { afterEach, beforeEach } from 'vitest';
import { systemClock } from '../../../src/core/base/clock.js';
import { createAssetLinks } from '../../../src/server/results/links.js';
import { createOwnership, namespaceOf } from '../../../src/server/users/ownership.js';
import { createSigner } from '../../../src/server/base/signature.js';
import { startUpstream, type Upstream } from './upstream.js';

/** Found nowhere but on its way up, or a test fails. */
export const CANARY = 'sk-canary-5f2d9c81e7';
export const SECRET = 'a secret of the tests, long enough';
export const APP = 'https://app.example';
export const BASE = `${APP}/api/bytespike`;

/** The id under which a user knows the gateway's task. */
export function sealed(taskId: string, userId = 'user-1', secret = SECRET): Promise<string> {
  return createOwnership(createSigner([secret])).seal(userId, { taskId });
}

/** A user's own key of a task, as the gateway gets it. */
export async function outName(outTaskId: string, userId = 'user-1'): Promise<string> {
  return (await namespaceOf(userId)) + outTaskId;
}

/** The gateway's task `t`, as its user knows it. */
export const T = await sealed('t');

/** A result on the CDN, and the path by which user-1 gets it. */
export const RESULT = 'https://cdn.example/0.mp4?signature=abc';
export const RESULT_PATH = (
  (await createAssetLinks({ signer: createSigner([SECRET]), mayFetch: () => true, clock: systemClock, basePath: '' }).linkTo('user-1', RESULT)) ?? ''
);

export const messageBody = JSON.stringify({ model: 'claude-haiku', messages: [{ role: 'user', content: 'hello' }], max_tokens: 9 });

export interface Bench {
  upstream: Upstream;
  /** Everything that was logged or told to `onEvent`. */
  events: ProxyEvent[];
  logged: unknown[];
  proxy(options?: Partial<ProxyOptions>): Proxy;
}

/** An upstream for each test, and proxies in front of it. */
export function useBench(): Bench {
  const bench = { events: [], logged: [], proxy } as unknown as Bench; // `upstream` is there once a test begins.
  beforeEach(async () => {
    bench.upstream = await startUpstream();
    bench.events = [];
    bench.logged = [];
  });
  afterEach(() => bench.upstream.close());

  function proxy(options: Partial<ProxyOptions> = {}): Proxy {
    const log = (...details: unknown[]) => void bench.logged.push(details);
    return createProxy({
      ...(options.keyFor === undefined && options.keys === undefined ? { apiKey: CANARY } : {}),
      secret: SECRET,
      authorize: () => ({ userId: 'user-1' }),
      baseUrl: bench.upstream.url,
      logger: { info: log, warn: log, error: log },
      onEvent: (event) => bench.events.push(event),
      ...options,
    } as ProxyOptions);
  }
  return bench;
}

export const everything = { balance: true, usage: true, models: true, pricing: true };

export interface Ask {
  headers?: HeadersInit;
  body?: BodyInit;
  signal?: AbortSignal;
}

/** A request as a page of the app's own sends it. */
export function pageRequest(method: string, path: string, { headers, body, signal }: Ask = {}): Request {
  const all = new Headers({ 'sec-fetch-site': 'same-origin', ...(typeof body === 'string' ? json : {}) });
  for (const [name, value] of new Headers(headers)) all.set(name, value);
  return new Request(BASE + path, { method, headers: all, ...(body === undefined ? {} : { body }), ...(signal ? { signal } : {}) });
}

const json = { 'content-type': 'application/json' };

export const submitBody = JSON.stringify({ model: 'veo-3.1-fast', prompt: 'a lighthouse', out_task_id: 'bs_1' });

export async function errorOf(response: Response): Promise<{ code: string; type: string; message: string; param?: string }> {
  const { error } = (await response.json()) as { error: { code: string; type: string; message: string; param?: string } };
  return error;
}

export function deferred<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
