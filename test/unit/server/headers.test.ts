import { describe, expect, it } from 'vitest';
import { CANARY, outName, pageRequest, submitBody, T, useBench } from './fixture.js';
import { sendJson } from './upstream.js';

const quota = {
  'x-ratelimit-limit': '100',
  'x-ratelimit-remaining': '42.5',
  'x-quota-remaining-credits': '12.34',
  'x-org-quota-remaining-credits': '999',
};
const free = { 'retry-after': '7', 'x-ratelimit-reset': '1790000000', date: 'Sat, 21 Nov 2026 02:00:00 GMT', 'x-request-id': 'gw-1' };
const hidden = {
  'set-cookie': 'a=1', server: 'nginx/1.2', via: '1.1 inner', 'x-powered-by': 'Go', 'cf-ray': '1', 'x-upstream-provider': 'vendor',
  'access-control-allow-origin': '*', 'content-security-policy': 'x', etag: '"1"', 'cache-control': 'public, max-age=9', location: '/x',
  'www-authenticate': 'Bearer', 'x-bytespike-outcome': 'unknown', 'content-disposition': 'attachment',
};

describe('headers', () => {
  const bench = useBench();

  it('sends up the four that are allowed and nothing else of the client', async () => {
    const ours = {
      accept: 'application/json', 'idempotency-key': 'k-1', 'last-event-id': '5', cookie: 'session=1', authorization: 'Bearer mine',
      'x-api-key': 'mine', 'x-forwarded-for': '1.2.3.4', 'x-forwarded-host': 'evil.example', forwarded: 'for=1', origin: 'https://app.example',
      referer: 'https://app.example/secret', 'user-agent': 'Browser/1', 'x-http-method-override': 'DELETE', 'x-anything': '1', range: 'bytes=0-1',
      'x-bytespike-user': 'root', 'x-bytespike-replay': 'only', te: 'trailers', 'accept-language': 'ja',
    };
    await bench.proxy()(pageRequest('POST', '/v1/tasks/submit', { body: submitBody, headers: ours }));
    const headers = bench.upstream.requests[0]?.headers ?? {};
    expect(headers).toMatchObject({
      accept: 'application/json', 'idempotency-key': await outName('k-1'), 'last-event-id': '5',
      'content-type': 'application/json', authorization: `Bearer ${CANARY}`,
    });
    // What the platform's fetch adds by itself says nothing about the client.
    const platform = ['host', 'connection', 'content-length', 'accept-language', 'sec-fetch-mode', 'user-agent', 'accept-encoding'];
    const allowed = [...platform, 'accept', 'idempotency-key', 'last-event-id', 'content-type', 'authorization'];
    expect(Object.keys(headers).filter((name) => !allowed.includes(name))).toEqual([]);
    expect([headers['accept-language'], headers['user-agent']]).not.toContain('ja');
    expect(JSON.stringify(headers)).not.toMatch(/Browser\/1|session=1|mine|secret/);
  });

  it.each([false, true])('lets down what is allowed, and quota only when the balance is exposed: %s', async (balance) => {
    bench.upstream.answer = (res) => sendJson(res, 200, { task_id: 't' }, { ...quota, ...free, ...hidden });
    const response = await bench.proxy({ expose: { balance } })(pageRequest('POST', '/v1/tasks/submit', { body: submitBody }));
    expect(Object.fromEntries(response.headers)).toEqual({
      'content-type': 'application/json',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-bytespike-offers': 'image-idempotency, task-events',
      ...free,
      ...(balance ? quota : {}),
    });
  });

  it('does the same for refusals', async () => {
    const refusal = { error: { code: 'rate_limit_exceeded', type: 'rate_limit_error', message: 'Slow down.' } };
    bench.upstream.answer = (res) => sendJson(res, 429, refusal, { ...quota, ...free, ...hidden });
    const response = await bench.proxy()(pageRequest('POST', '/v1/tasks/submit', { body: submitBody }));
    expect(response.status).toBe(429);
    expect(Object.fromEntries(response.headers)).toEqual({
      'content-type': 'application/json', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'x-bytespike-offers': 'image-idempotency, task-events', ...free,
    });
  });

  it('sends no key up with a call that came without one: a key of all would be the answer of one to all', async () => {
    await bench.proxy()(pageRequest('POST', '/v1/images/generations', { body: JSON.stringify({ model: 'gpt-image-2', prompt: 'p' }) }));
    expect(bench.upstream.requests.map(({ headers }) => headers['idempotency-key'])).toEqual([undefined]);
  });

  it('marks a stream so that nothing on the way holds it back or changes it', async () => {
    bench.upstream.answer = (res) => {
      res.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', ...hidden });
      res.end('data: {}\n\n');
    };
    const response = await bench.proxy()(pageRequest('GET', `/v1/tasks/stream/${T}`));
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/event-stream', 'cache-control': 'no-store, no-transform', 'x-accel-buffering': 'no', 'x-content-type-options': 'nosniff',
    });
    expect(response.headers.has('set-cookie')).toBe(false);
    expect(await response.text()).toBe('data: {}\n\n');
  });

  it('guards its own refusals as well, and names each', async () => {
    const ids = new Set<string | null>();
    for (const path of ['/nothing', '/v1/tasks/submit']) {
      const response = await bench.proxy()(pageRequest('POST', path, { body: '{' }));
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      ids.add(response.headers.get('x-request-id'));
    }
    expect([...ids].every((id) => id?.startsWith('bsp_'))).toBe(true);
    expect(ids.size).toBe(2);
    expect(bench.events.map(({ requestId }) => requestId)).toEqual([...ids]);
  });
});
