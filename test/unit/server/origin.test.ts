import { describe, expect, it } from 'vitest';
import { BASE, errorOf, submitBody, T, useBench } from './fixture.js';

const LISTED = 'https://studio.example';
const SITES = [null, 'same-origin', 'none', 'same-site', 'cross-site', 'same-origin, cross-site', 'garbage'];
const ORIGINS = [
  null, 'https://app.example', LISTED, 'http://app.example', 'https://app.example:444', 'https://app.example.evil.example',
  'https://evil.example', 'null', 'app.example', 'https://app.example/', 'https://user@app.example', '',
];

/** The rule in one line each, written apart from the code. */
function expected(method: string, site: string | null, origin: string | null): boolean {
  if (origin === LISTED) return true;
  if (site === 'same-origin' || site === 'none') return true;
  if (site !== null) return false;
  return origin === 'https://app.example' || (origin === null && method === 'GET');
}

describe('calls from pages of other origins', () => {
  const bench = useBench();

  const combinations = SITES.flatMap((site) =>
    ORIGINS.flatMap((origin) => ['GET', 'POST'].map((method) => ({ method, site, origin, ok: expected(method, site, origin) }))),
  );
  it.each(combinations)('$method, Sec-Fetch-Site $site, Origin $origin: $ok', async ({ method, site, origin, ok }) => {
    const proxy = bench.proxy({ allowedOrigins: [LISTED] });
    const headers = new Headers({ 'content-type': 'application/json' });
    if (site !== null) headers.set('sec-fetch-site', site);
    if (origin !== null) headers.set('origin', origin);
    const [path, body] = method === 'GET' ? [`/v1/tasks/stream/${T}`] : ['/v1/tasks/submit', submitBody];
    const response = await proxy(new Request(BASE + path, { method, headers, ...(body === undefined ? {} : { body }) }));
    expect(response.status).toBe(ok ? 200 : 403);
    expect(bench.upstream.requests).toHaveLength(ok ? 1 : 0);
    expect(response.headers.get('access-control-allow-origin')).toBe(origin === LISTED ? LISTED : null);
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
    expect(yes.headers.get('access-control-allow-headers')).toContain('idempotency-key');
    expect((await ask('/v1/tasks/submit', 'https://evil.example', 'POST')).status).toBe(404);
    expect((await ask('/v1/tasks/submit', LISTED, 'DELETE')).status).toBe(404);
    expect((await ask('/v1/keys', LISTED, 'POST')).status).toBe(404);
    expect(bench.upstream.requests).toEqual([]);
  });
});
