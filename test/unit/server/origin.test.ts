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
    expect((await ask('/v1/tasks/submit', 'https://evil.example', 'POST')).status).toBe(404);
    expect((await ask('/v1/tasks/submit', LISTED, 'DELETE')).status).toBe(404);
    expect((await ask('/v1/keys', LISTED, 'POST')).status).toBe(404);
    expect(bench.upstream.requests).toEqual([]);
  });
});
