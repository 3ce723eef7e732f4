import type { ProxyOptions } from 'bytespike-react/server';
import { describe, expect, it } from 'vitest';
import { BASE, errorOf, RESULT_PATH, submitBody, T, useBench } from './fixture.js';

const LISTED = 'https://studio.example';
const SITES = [null, 'same-origin', 'none', 'same-site', 'cross-site', 'same-origin, cross-site', 'garbage'];
const ORIGINS = [
  null, 'https://app.example', LISTED, 'http://app.example', 'https://app.example:444', 'https://app.example.evil.example',
  'https://evil.example', 'null', 'app.example', 'https://app.example/', 'https://user@app.example', '',
];

/** Types that a form or a script of a foreign page can send without asking, those that it cannot, and none. */
const TYPES = ['application/json', 'application/json; charset=utf-8', 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=b', null];

const CALLS = [
  { method: 'GET', path: `/v1/tasks/stream/${T}`, body: undefined },
  { method: 'HEAD', path: RESULT_PATH, body: undefined },
  { method: 'GET', path: '/v1/tasks/events', body: undefined },
  { method: 'POST', path: '/v1/tasks/submit', body: submitBody },
];

/** The rule in one line each, written apart from the code. */
function expected(method: string, site: string | null, origin: string | null, type: string | null): number {
  const isRead = method !== 'POST';
  const isAllowed =
    origin === LISTED || site === 'same-origin' || site === 'none' || (site === null && (origin === 'https://app.example' || (origin === null && isRead)));
  if (!isAllowed) return 403;
  return isRead || type?.startsWith('application/json') === true ? 200 : 415;
}

describe('calls from pages of other origins', () => {
  const bench = useBench();

  const combinations = CALLS.flatMap((call) => SITES.flatMap((site) => ORIGINS.flatMap((origin) => TYPES.map((type) => ({ ...call, site, origin, type })))));
  it(`agree with the table in each of ${combinations.length} combinations of call, Sec-Fetch-Site, Origin and type`, async () => {
    let reached = 0;
    const fetch = async () => {
      reached++;
      return Response.json({ task_id: 't', status: 'running' }, { headers: { 'content-type': 'application/json' } });
    };
    const cdn = async () => new Response(null, { headers: { 'content-type': 'video/mp4' } });
    const options: Partial<ProxyOptions> = {
      allowedOrigins: [LISTED],
      assets: { hosts: ['cdn.example'] },
      fetch: (request) => (new URL(request.url).hostname === 'cdn.example' ? cdn() : fetch()),
    };
    const proxy = bench.proxy(options);
    // Follows tasks by itself: what it asks the gateway belongs to no call.
    const listening = bench.proxy({ ...options, fetch: () => new Promise(() => {}) });
    for (const { method, path, body, site, origin, type } of combinations) {
      const headers = new Headers();
      if (type !== null) headers.set('content-type', type);
      if (site !== null) headers.set('sec-fetch-site', site);
      if (origin !== null) headers.set('origin', origin);
      // As bytes, so that the platform names no type where there is none.
      const init = body === undefined ? {} : { body: new TextEncoder().encode(body) };
      reached = 0;
      const response = await (path === '/v1/tasks/events' ? listening : proxy)(new Request(BASE + path, { method, headers, ...init }));
      await response.body?.cancel();
      const wanted = expected(method, site, origin, type);
      const seen = { method, path: path.slice(0, 20), site, origin, type, status: response.status, cors: response.headers.get('access-control-allow-origin') };
      expect(seen).toEqual({ ...seen, status: wanted, cors: origin === LISTED ? LISTED : null });
      expect(wanted === 200 || reached === 0).toBe(true);
    }
  });

  it('says what to do in the refusal', async () => {
    const response = await bench.proxy()(new Request(`${BASE}/v1/tasks/stream/${T}`, { headers: { 'sec-fetch-site': 'cross-site' } }));
    const error = await errorOf(response);
    expect(error).toMatchObject({ code: 'permission_denied', type: 'permission_error' });
    expect(error.message).toContain('allowedOrigins');
  });

  it('behind a proxy that ends TLS, compares the host', async () => {
    const ask = (origin: string) =>
      bench.proxy()(
        new Request(`http://app.example/api/bytespike/v1/tasks/cancel/${T}`, { method: 'POST', headers: { origin } }),
      );
    expect((await ask('https://app.example')).status).toBe(200);
    expect((await ask('http://app.example')).status).toBe(200);
    expect((await ask('https://other.example')).status).toBe(403);
  });

  // Each is a page that a browser without `Sec-Fetch-Site` shows; `url` is what the server makes of its address.
  it.each([
    ['under the host that was asked for, whatever name the server listens by', { url: 'http://localhost:3000', host: 'app.example', origin: 'https://app.example' }, 200],
    ['under every name of the machine', { url: 'http://0.0.0.0:3000', host: '192.168.1.5:3000', origin: 'http://192.168.1.5:3000' }, 200],
    ['under a port that goes without saying, written', { url: 'http://localhost:3000', host: 'app.example:443', origin: 'https://app.example' }, 200],
    ['under a name in capitals', { url: 'http://localhost:3000', host: 'App.Example', origin: 'https://app.example' }, 200],
    ['under the public name that the server was told, where `Host` is another', { url: 'https://app.example', host: '10.0.0.7:8080', origin: 'https://app.example' }, 200],
    ['of the machine of whoever looks, under the name by which the server listens', { url: 'http://localhost:3000', host: 'app.example', origin: 'http://localhost:3000' }, 403],
    ['of the same, by its number', { url: 'http://127.0.0.1:3000', host: 'app.example', origin: 'http://127.0.0.1:3000' }, 403],
    ['of the same, by no address', { url: 'http://0.0.0.0:3000', host: 'app.example', origin: 'http://0.0.0.0:3000' }, 403],
    ['of another port', { url: 'http://localhost:3000', host: 'app.example', origin: 'https://app.example:8443' }, 403],
    ['of a name that begins as the host', { url: 'http://localhost:3000', host: 'app.example', origin: 'https://app.example.evil.example' }, 403],
    ['under a host with a user in it', { url: 'http://localhost:3000', host: 'user@evil.example', origin: 'https://evil.example' }, 403],
    ['under a host with a path in it', { url: 'http://localhost:3000', host: 'evil.example/x', origin: 'https://evil.example' }, 403],
    ['under two hosts', { url: 'http://localhost:3000', host: 'app.example, evil.example', origin: 'https://evil.example' }, 403],
    ['under no host', { url: 'http://localhost:3000', host: '', origin: 'http://localhost:3000' }, 403],
    ['under a host that only a header names which anybody can write', { url: 'http://localhost:3000', host: 'app.example', 'x-forwarded-host': 'evil.example', origin: 'https://evil.example' }, 403],
    ['under the same, in another header', { url: 'http://localhost:3000', host: 'app.example', forwarded: 'host=evil.example', origin: 'https://evil.example' }, 403],
    ['over http, where the server knows that it was asked over https', { url: 'https://localhost:3000', host: 'app.example', origin: 'http://app.example' }, 403],
  ])('of a page %s', async (_, { url, ...headers }, status) => {
    const request = new Request(`${url}/api/bytespike/v1/tasks/cancel/${T}`, { method: 'POST', headers });
    expect((await bench.proxy()(request)).status).toBe(status);
  });

  // Behind a load balancer that puts a name of its own into `Host`, and the one that was asked for into a header.
  it.each([
    ['the host that it names', { 'x-forwarded-host': 'app.example', origin: 'https://app.example' }, 200],
    ['its last, which the load balancer wrote', { 'x-forwarded-host': 'evil.example, app.example', origin: 'https://app.example' }, 200],
    ['none before it, which the caller wrote', { 'x-forwarded-host': 'evil.example, app.example', origin: 'https://evil.example' }, 403],
    ['no `Host` beside it', { 'x-forwarded-host': 'app.example', origin: 'http://balancer.internal' }, 403],
    ['nothing that is no host', { 'x-forwarded-host': 'app.example/', origin: 'https://app.example' }, 403],
    ['its host, in quotes', { 'x-forwarded-host': '"app.example:8443"', origin: 'https://app.example:8443' }, 200],
    ['that of `Forwarded`', { 'x-forwarded-host': 'for=9.9.9.9;host=evil.example, for="[2001:db8::1]:443"; Host="app.example";proto=https', origin: 'https://app.example' }, 200],
    ['none before it in `Forwarded`', { 'x-forwarded-host': 'host=evil.example, host=app.example', origin: 'https://evil.example' }, 403],
    ['`Host`, where it is not there', { origin: 'http://balancer.internal' }, 200],
  ])('by a header that the app trusts, counts %s', async (_, headers, status) => {
    const proxy = bench.proxy({ requestedHost: (request) => request.headers.get('x-forwarded-host') });
    const request = new Request(`http://localhost:3000/api/bytespike/v1/tasks/cancel/${T}`, { method: 'POST', headers: { host: 'balancer.internal', ...headers } });
    expect((await proxy(request)).status).toBe(status);
  });

  it('of a page whose name was made to lead to the server, with a host that the app names itself', async () => {
    const rebound = { host: 'evil.example', origin: 'http://evil.example' };
    const ask = (headers: Record<string, string>) =>
      bench.proxy({ requestedHost: () => 'app.example' })(new Request(`http://localhost:3000/api/bytespike/v1/tasks/cancel/${T}`, { method: 'POST', headers }));
    expect((await ask(rebound)).status).toBe(403);
    expect((await ask({ host: '10.0.0.7', origin: 'https://app.example' })).status).toBe(200);
  });

  it('gives no CORS header unless origins are listed', async () => {
    const ask = (options: object, headers: Record<string, string>, method = 'GET') =>
      bench.proxy(options)(new Request(`${BASE}/v1/tasks/stream/${T}`, { method, headers }));
    const cors = (response: Response) => [...response.headers.keys()].filter((name) => /^(access-control|vary)/.test(name));
    expect(cors(await ask({}, { 'sec-fetch-site': 'same-origin', origin: LISTED }))).toEqual([]);
    expect((await ask({}, { origin: LISTED, 'access-control-request-method': 'GET' }, 'OPTIONS')).status).toBe(404);
    const listed = await ask({ allowedOrigins: [LISTED] }, { origin: LISTED });
    expect(cors(listed).length).toBeGreaterThan(2);
    expect(cors(await ask({ allowedOrigins: [LISTED] }, { 'sec-fetch-site': 'same-origin' }))).toEqual(['vary']);
  });

  it('answers the preflight of a listed origin for what is in the table, asking nobody', async () => {
    const proxy = bench.proxy({
      allowedOrigins: [LISTED],
      authorize: () => {
        throw new Error('not to be asked');
      },
    });
    const ask = (path: string, origin: string, wanted: string) =>
      proxy(new Request(BASE + path, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': wanted } }));
    const yes = await ask('/v1/tasks/submit', LISTED, 'POST');
    expect([yes.status, yes.headers.get('access-control-allow-origin')]).toEqual([204, LISTED]);
    const headers = yes.headers.get('access-control-allow-headers')?.split(', ').sort();
    expect(headers).toEqual(['accept', 'authorization', 'content-type', 'idempotency-key', 'last-event-id', 'x-bytespike-replay']);
    const traced = new Request(`${BASE}/v1/tasks/submit`, {
      method: 'OPTIONS',
      headers: { origin: LISTED, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type,sentry-trace,traceparent' },
    });
    expect((await proxy(traced)).headers.get('access-control-allow-headers')?.split(/, ?/)).toEqual(expect.arrayContaining(['idempotency-key', 'sentry-trace', 'traceparent']));
    expect((await ask('/v1/tasks/submit', 'https://evil.example', 'POST')).status).toBe(404);
    expect((await ask('/v1/tasks/submit', LISTED, 'DELETE')).status).toBe(404);
    expect((await ask('/v1/keys', LISTED, 'POST')).status).toBe(404);
    expect(bench.upstream.requests).toEqual([]);
  });
});
