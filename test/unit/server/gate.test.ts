import { describe, expect, it } from 'vitest';
import { BASE, errorOf, everything, pageRequest, submitBody, T, useBench } from './fixture.js';
import { sendJson } from './upstream.js';

const image = JSON.stringify({ model: 'gpt-image-2', prompt: 'a lighthouse' });
const drawing = JSON.stringify({ model: 'gpt-4o-image', messages: [{ role: 'user', content: 'a lighthouse' }] });
const named = JSON.stringify({ task_id: T });

function edit(): FormData {
  const form = new FormData();
  form.set('model', 'gpt-image-2');
  form.set('image', new File([new Uint8Array([1, 2, 3])], 'in.png', { type: 'image/png' }));
  return form;
}

interface Row {
  method: string;
  path: string;
  up: string;
  body?: () => BodyInit;
  exposed?: keyof typeof everything;
}

/** The table, written a second time by hand: a row that is added without thought fails here. */
const table: Row[] = [
  { method: 'POST', path: '/v1/images/generations', up: '/v1/images/generations', body: () => image },
  { method: 'POST', path: '/v1/images/edits', up: '/v1/images/edits', body: edit },
  { method: 'POST', path: '/v1/chat/completions', up: '/v1/chat/completions', body: () => drawing },
  { method: 'POST', path: '/v1/tasks/submit', up: '/v1/tasks/submit', body: () => submitBody },
  { method: 'POST', path: '/v1/tasks/query', up: '/v1/tasks/query', body: () => named },
  { method: 'GET', path: `/v1/tasks/query?task_id=${T}`, up: '/v1/tasks/query?task_id=t' },
  { method: 'GET', path: `/v1/tasks/stream/${T}`, up: '/v1/tasks/stream/t' },
  { method: 'POST', path: `/v1/tasks/cancel/${T}`, up: '/v1/tasks/cancel/t' },
  { method: 'POST', path: '/v1/tasks/cancel', up: '/v1/tasks/cancel', body: () => named },
  { method: 'GET', path: '/v1/models?capability=video_gen', up: '/v1/models?capability=video_gen', exposed: 'models' },
  { method: 'GET', path: '/api/pricing', up: '/api/pricing', exposed: 'pricing' },
  { method: 'GET', path: '/v1/balance', up: '/v1/balance', exposed: 'balance' },
  { method: 'GET', path: '/api/v1/me/account', up: '/api/v1/me/account', exposed: 'balance' },
  { method: 'GET', path: '/v1/usage', up: '/v1/usage', exposed: 'usage' },
  { method: 'GET', path: '/api/v1/usage?since=2026-01-01', up: '/api/v1/usage?since=2026-01-01', exposed: 'usage' },
  { method: 'GET', path: '/api/v1/me/usage?group_by=day', up: '/api/v1/me/usage?group_by=day', exposed: 'usage' },
];
const open = new Set(table.map(({ method, path }) => `${method} ${path.split('?')[0]}`));
const paths = [...new Set(table.map(({ path }) => path.split('?')[0] as string))];
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD'];

describe('the table of methods and paths', () => {
  const bench = useBench();

  it.each(table)('lets $method $path through, with the key', async ({ method, path, up, body }) => {
    const response = await bench.proxy({ expose: everything })(
      pageRequest(method, path, body === undefined ? {} : { body: body() }),
    );
    expect(response.status).toBe(200);
    expect(bench.upstream.requests.map((request) => `${request.method} ${request.url}`)).toEqual([`${method} ${up}`]);
    expect(bench.upstream.requests[0]?.headers.authorization).toMatch(/^Bearer sk-canary-/);
  });

  it('lets nobody talk to a model that only talks', async () => {
    const body = JSON.stringify({ model: 'claude-opus', messages: [{ role: 'user', content: 'hello' }] });
    const response = await bench.proxy({ expose: everything })(pageRequest('POST', '/v1/chat/completions', { body }));
    expect(response.status).toBe(400);
    expect(bench.upstream.requests).toEqual([]);
  });

  it.each(table.filter(({ exposed }) => exposed))('keeps $path closed until $exposed is exposed', async ({ method, path, exposed }) => {
    const others = { ...everything, [exposed as string]: false };
    expect((await bench.proxy()(pageRequest(method, path))).status).toBe(404);
    expect((await bench.proxy({ expose: others })(pageRequest(method, path))).status).toBe(404);
    expect(bench.upstream.requests).toEqual([]);
  });

  const closed = METHODS.flatMap((method) => paths.map((path) => ({ method, path }))).filter(
    ({ method, path }) => !open.has(`${method} ${path}`),
  );
  it.each(closed)('answers $method $path with 404 and no call', async ({ method, path }) => {
    const body = method === 'GET' || method === 'HEAD' ? {} : { body: submitBody };
    const response = await bench.proxy({ expose: everything })(pageRequest(method, path, body));
    expect(response.status).toBe(404);
    expect(bench.upstream.requests).toEqual([]);
  });

  it.each([
    '', '/', '/v1', '/V1/tasks/submit', '/v1/tasks/%73ubmit', '/v1//keys', '//evil.example/v1/tasks/submit', '/v1/keys',
    '/api/v1/keys', '/v1/messages', '/v1/tasks%2Fsubmit', '/v1/tasks/submit%00',
    '/https://evil.example/v1/tasks/submit', '/@evil.example/v1/tasks/submit', '/v1/tasks/submit;x=1',
  ])('does not know the path "%s"', async (path) => {
    for (const method of ['GET', 'POST']) {
      const request = pageRequest(method, path, method === 'POST' ? { body: submitBody } : {});
      const response = await bench.proxy({ expose: everything })(request);
      expect(response.status).toBe(404);
      expect((await errorOf(response)).code).toBe('not_found');
    }
    expect(bench.upstream.requests).toEqual([]);
  });

  it('takes a path with a slash at its end, as frameworks redirect to, for the same call', async () => {
    bench.upstream.answer = (res) => sendJson(res, 200, { task_id: 't' });
    const proxy = bench.proxy({ expose: everything });
    const calls = [['POST', '/v1/tasks/submit/', submitBody], ['GET', `/v1/tasks/query/?task_id=${T}`], ['GET', `/v1/tasks/stream/${T}/`], ['POST', `/v1/tasks/cancel/${T}/`], ['GET', '/v1/balance/']] as const;
    for (const [method, path, body] of calls) expect((await proxy(pageRequest(method, path, body === undefined ? {} : { body }))).status).toBe(200);
    expect(bench.upstream.requests.map(({ url }) => url)).toEqual(['/v1/tasks/submit', '/v1/tasks/query?task_id=t', '/v1/tasks/stream/t', '/v1/tasks/cancel/t', '/v1/balance']);
  });

  it.each(['//v1/tasks/submit', '/v1//tasks/submit', '/v1/tasks///submit', '/v1/tasks/submit//', '/v1/tasks/submit?utm_source=x&_dd=1'])(
    'takes "%s", as servers before it and tools of tracing may make it, for the same call',
    async (path) => {
      bench.upstream.answer = (res) => sendJson(res, 200, { task_id: 't' });
      expect((await bench.proxy()(pageRequest('POST', path, { body: submitBody }))).status).toBe(200);
      expect(bench.upstream.requests.map(({ url }) => url)).toEqual(['/v1/tasks/submit']);
    },
  );

  it('knows an id behind several slashes, and its mount whatever its letters', async () => {
    const proxy = bench.proxy({ basePath: '/API/ByteSpike' });
    const ask = (path: string) => proxy(new Request(`https://app.example${path}`, { headers: { 'sec-fetch-site': 'same-origin' } }));
    expect((await ask(`//API//ByteSpike/v1/tasks/stream//${T}`)).status).toBe(200);
    expect((await ask(`/api/bytespike/v1/tasks/stream/${T}`)).status).toBe(404);
    expect(bench.upstream.requests.map(({ url }) => url)).toEqual(['/v1/tasks/stream/t']);
  });

  it('tells whom it reaches by another path where it is mounted', async () => {
    const response = await bench.proxy({ basePath: '/shop/api' })(pageRequest('GET', '/v1/tasks/events'));
    expect([response.status, (await errorOf(response)).message]).toEqual([404, expect.stringContaining('below /shop/api/')]);
    expect(bench.events.map(({ reason }) => reason)).toEqual(['Not below /shop/api/.']);
  });

  it.each([
    '..%2fquery', '%2e%2e', '..%2f..%2fapi%2fv1%2fkeys', '%2e%2e%2f%2e%2e%2fkeys', '..%5c..%5ckeys', '%252e%252e', '..;/keys', '.hidden',
    'a%2fb', 'a/b', 'a%00', 'a b', 'a?x', '%E2%80%AE', 'a'.repeat(501), ':a', 'a', `${T}x`, `x${T}`, T.replace('.', '..'),
  ])('takes no task id "%s" in a path', async (id) => {
    const proxy = bench.proxy({ expose: everything });
    await proxy(pageRequest('GET', `/v1/tasks/stream/${id}`));
    await proxy(pageRequest('POST', `/v1/tasks/cancel/${id}`));
    const arrived = bench.upstream.requests.map(({ url }) => url);
    expect(arrived).toEqual([]);
  });

  it.each(['../keys', '..', 'a/b', '%2e%2e', '', 7, null, {}, 'a'.repeat(501)])('takes no task id %j in a body or query', async (id: unknown) => {
    const proxy = bench.proxy();
    const requests = [
      pageRequest('POST', '/v1/tasks/query', { body: JSON.stringify({ task_id: id }) }),
      pageRequest('POST', '/v1/tasks/cancel', { body: JSON.stringify({ out_task_id: id }) }),
      pageRequest('POST', '/v1/tasks/submit', { body: JSON.stringify({ model: 'm', prompt: 'p', out_task_id: id }) }),
      pageRequest('GET', `/v1/tasks/query?task_id=${encodeURIComponent(JSON.stringify(id))}/`),
    ];
    for (const request of requests) expect((await proxy(request)).status).toBe(400);
    expect(bench.upstream.requests).toEqual([]);
  });

  it('sends up only the query parameters it knows', async () => {
    await bench.proxy({ expose: everything })(pageRequest('GET', '/v1/models?family=veo&x=1&family=other&key=abc'));
    await bench.proxy({ expose: everything })(pageRequest('GET', '/api/v1/me/usage?since=2026-01-01T00:00:00Z&api_key=1'));
    expect(bench.upstream.requests.map(({ url }) => url)).toEqual([
      '/v1/models?family=veo',
      '/api/v1/me/usage?since=2026-01-01T00%3A00%3A00Z',
    ]);
  });

  it('is mounted where it is told, and nowhere else', async () => {
    const at = (path: string) => new Request(`https://app.example${path}`, { headers: { 'sec-fetch-site': 'same-origin' } });
    const proxy = bench.proxy({ basePath: '/ai/' });
    expect((await proxy(at(`/ai/v1/tasks/stream/${T}`))).status).toBe(200);
    expect((await proxy(at(`/api/bytespike/v1/tasks/stream/${T}`))).status).toBe(404);
    expect((await proxy(at('/aiv1/tasks/stream/t'))).status).toBe(404);
    const root = bench.proxy({ basePath: '/' });
    expect((await root(at(`/v1/tasks/stream/${T}`))).status).toBe(200);
  });

  it('keeps the path of the gateway, and only there', async () => {
    await bench.proxy({ baseUrl: `${bench.upstream.url}/gateway/` })(pageRequest('GET', `/v1/tasks/stream/${T}`));
    expect(bench.upstream.requests[0]?.url).toBe('/gateway/v1/tasks/stream/t');
  });

  it('asks `authorize` before it reads the body, and after the table and the origin', async () => {
    const asked: string[] = [];
    const proxy = bench.proxy({
      authorize: (request) => {
        asked.push(request.url);
        return new Response('{"login":true}', { status: 401, headers: { 'set-cookie': 'a=1' } });
      },
    });
    await proxy(pageRequest('POST', '/v1/nothing', { body: 'x' }));
    await proxy(pageRequest('POST', '/v1/tasks/submit', { body: 'x', headers: { 'sec-fetch-site': 'cross-site' } }));
    expect(asked).toEqual([]);
    const request = pageRequest('POST', '/v1/tasks/submit', { body: 'not json' });
    const response = await proxy(request);
    expect(asked).toEqual([`${BASE}/v1/tasks/submit`]);
    expect([response.status, await response.text()]).toEqual([401, '{"login":true}']);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(request.bodyUsed).toBe(false);
    expect(bench.upstream.requests).toEqual([]);
  });

  it.each([undefined, null, true, 'user', {}, { userId: '' }, { userId: 7 }, Response.error()])(
    'takes %j from `authorize` as a no',
    async (decision) => {
      const proxy = bench.proxy({ authorize: (() => decision) as never });
      const response = await proxy(pageRequest('POST', '/v1/tasks/submit', { body: submitBody }));
      expect(response.status).toBe(500);
      expect(bench.upstream.requests).toEqual([]);
    },
  );

  it('survives an `authorize` that throws, reads the body, or returns one Response twice', async () => {
    const submit = () => pageRequest('POST', '/v1/tasks/submit', { body: submitBody });
    const throwing = bench.proxy({ authorize: () => Promise.reject(new Error('database down')) });
    expect((await throwing(submit())).status).toBe(500);
    const reading = bench.proxy({ authorize: async (request) => ({ userId: await request.text() }) });
    expect((await reading(submit())).status).toBe(500);
    expect(bench.events.at(-1)?.reason).toContain('must leave it alone');
    const no = new Response('no', { status: 403 });
    const repeating = bench.proxy({ authorize: () => no });
    expect(await (await repeating(submit())).text()).toBe('no');
    expect((await repeating(submit())).status).toBe(500);
    expect(bench.upstream.requests).toEqual([]);
  });

  it('offers only the listed models, in submits and in free reads', async () => {
    const proxy = bench.proxy({ expose: everything, models: ['veo-3.1-fast'] });
    bench.upstream.answer = (res, { url }) =>
      sendJson(res, 200, url === '/api/pricing' ? [{ model: 'sora' }, { model: 'veo-3.1-fast' }] : { data: [{ id: 'sora' }, { id: 'veo-3.1-fast' }] });
    expect(await (await proxy(pageRequest('GET', '/v1/models'))).json()).toEqual({ data: [{ id: 'veo-3.1-fast' }] });
    expect(await (await proxy(pageRequest('GET', '/api/pricing'))).json()).toEqual([{ model: 'veo-3.1-fast' }]);
    bench.upstream.requests.length = 0;
    const refused = await proxy(pageRequest('POST', '/v1/tasks/submit', { body: JSON.stringify({ model: 'sora', prompt: 'p' }) }));
    expect([refused.status, (await errorOf(refused)).param]).toEqual([400, 'model']);
    expect(bench.upstream.requests).toEqual([]);
  });

  it('shows of the account its balance alone', async () => {
    bench.upstream.answer = (res) => sendJson(res, 200, { balance: { available_usd: 3 }, org: { name: 'Acme' }, allowed_models: ['a'] });
    const response = await bench.proxy({ expose: { balance: true } })(pageRequest('GET', '/api/v1/me/account'));
    expect(await response.json()).toEqual({ balance: { available_usd: 3 } });
  });

  it('asks `keyFor` with the model and the endpoint', async () => {
    const asked: unknown[] = [];
    const keyFor = (model: string | undefined, endpoint: string) => {
      asked.push([model, endpoint]);
      return `sk-for-${endpoint}`;
    };
    const proxy = bench.proxy({ apiKey: undefined, keyFor } as never);
    await proxy(pageRequest('POST', '/v1/tasks/submit', { body: submitBody }));
    await proxy(pageRequest('GET', `/v1/tasks/stream/${T}`));
    expect(asked).toEqual([['veo-3.1-fast', 'tasks.submit'], [undefined, 'tasks.stream']]);
    expect(bench.upstream.requests.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer sk-for-tasks.submit',
      'Bearer sk-for-tasks.stream',
    ]);
  });
});
