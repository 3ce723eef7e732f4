import { createClient } from 'bytespike-react';
import { createMemoryStore, type Limits, type ProxyOptions } from 'bytespike-react/server';
import { describe, expect, it } from 'vitest';
import { APP, errorOf, pageRequest, sealed, useBench } from './fixture.js';
import { sendJson } from './upstream.js';

const HOUR = { perSeconds: 3600 };
const film = { model: 'veo-3.1-fast', prompt: 'a lighthouse', duration_seconds: 4 };
/** What that film costs by the rate card. */
const PRICE = 0.21;
const wallet = { 'x-ratelimit-remaining': '412.5', 'x-quota-remaining-credits': '412.5', 'x-org-quota-remaining-credits': '412.5' };

describe('a budget in the place of the balance', () => {
  const bench = useBench();
  const store = createMemoryStore();
  const as = (userId: string, options: Partial<ProxyOptions> = {}) =>
    bench.proxy({ store, expose: { balance: 'budget' }, limits: { spend: { usd: 1, ...HOUR } }, authorize: () => ({ userId }), ...options });
  const read = async (proxy: ReturnType<typeof as>) => (await proxy(pageRequest('GET', '/v1/balance'))).json();

  it('is what is left to each user, with what is reserved taken off and what was not billed given back', async () => {
    bench.upstream.answer = (res) => sendJson(res, 200, { task_id: 'task_0', status: 'queued' }, wallet);
    const ann = as('ann');
    expect(await read(ann)).toEqual({ available_usd: 1, limit_usd: 1 });
    await ann(pageRequest('POST', '/v1/tasks/submit', { body: JSON.stringify(film) }));
    expect(await read(ann)).toEqual({ available_usd: 1 - PRICE, limit_usd: 1 });
    expect(await read(as('bob'))).toEqual({ available_usd: 1, limit_usd: 1 });
    bench.upstream.answer = (res) => sendJson(res, 200, { task_id: 'task_0', status: 'completed', credits_used: 0.05 }, wallet);
    await ann(pageRequest('GET', `/v1/tasks/query?task_id=${await sealed('task_0', 'ann')}`));
    expect(await read(ann)).toEqual({ available_usd: 0.95, limit_usd: 1 });
    const own: Limits = { spend: { usd: 0.02, ...HOUR } };
    expect(await read(as('ann', { authorize: () => ({ userId: 'ann', limits: own }) }))).toEqual({ available_usd: 0, limit_usd: 0.02 });
  });

  it('says nothing of the wallet, in no header, by no other path, and asks the gateway nothing', async () => {
    bench.upstream.answer = (res) => sendJson(res, 200, { task_id: 'task_1', status: 'queued' }, wallet);
    const ann = as('ann');
    const submitted = await ann(pageRequest('POST', '/v1/tasks/submit', { body: JSON.stringify(film) }));
    // With its fraction: the id of a request may hold any three digits.
    expect(JSON.stringify([...submitted.headers])).not.toContain('412.5');
    bench.upstream.requests.length = 0;
    await read(ann);
    expect((await ann(pageRequest('GET', '/api/v1/me/account'))).status).toBe(404);
    expect(bench.upstream.requests).toEqual([]);
  });

  it('is not there for one whose spend is not limited', async () => {
    const response = await as('ann', { limits: { tasksInFlight: 1 } })(pageRequest('GET', '/v1/balance'));
    expect([response.status, (await errorOf(response)).code]).toEqual([404, 'not_found']);
  });

  it('is read by the client as it is', async () => {
    const proxy = as('carol');
    const fetch = (request: Request) => proxy(new Request(request, { headers: { ...Object.fromEntries(request.headers), 'sec-fetch-site': 'same-origin' } }));
    const client = createClient({ baseUrl: `${APP}/api/bytespike`, fetch });
    expect(await client.balance()).toMatchObject({ available: 1 });
  });

  it.each([{ balance: 'wallet' }, { usage: 'budget' }, { models: 1 }])('takes no %j', (expose) => {
    expect(() => bench.proxy({ expose: expose as unknown as NonNullable<ProxyOptions['expose']> })).toThrow('`expose.');
  });

  it('is closed while the store fails', async () => {
    const failing = { ...store, spent: () => Promise.reject(new Error('down')) };
    expect((await as('ann', { store: failing })(pageRequest('GET', '/v1/balance'))).status).toBe(503);
  });
});

describe('what is under way at once', () => {
  const bench = useBench();
  const refusalUnder = async (limits: Limits) => {
    bench.upstream.answer = (res) => sendJson(res, 200, { task_id: 'task_0', status: 'queued' });
    const proxy = bench.proxy({ limits });
    const submit = () => proxy(pageRequest('POST', '/v1/tasks/submit', { body: JSON.stringify(film) }));
    await submit();
    const refused = await submit();
    return { ...(await errorOf(refused)), seconds: Number(refused.headers.get('retry-after')) };
  };

  it('is counted of tasks for half an hour, and of what is answered at once not at all', async () => {
    const memory = createMemoryStore();
    const kept: { path: string; ms: number }[] = [];
    const known: number[] = [];
    let path = '';
    const proxy = bench.proxy({
      limits: { tasksInFlight: 1 },
      store: { ...memory, reserve: (reservation) => (kept.push({ path, ms: reservation.inFlightUntil && reservation.inFlightUntil - reservation.now }), memory.reserve(reservation)), link: (task, link, now, until) => (known.push(until - now), memory.link(task, link, now, until)) },
    });
    bench.upstream.answer = (res) => sendJson(res, 200, { task_id: 'task_0', status: 'queued', created: 1, data: [] });
    for (path of ['/v1/images/generations', '/v1/tasks/submit']) await proxy(pageRequest('POST', path, { body: JSON.stringify(film) }));
    expect(kept).toEqual([{ path: '/v1/images/generations', ms: 0 }, { path: '/v1/tasks/submit', ms: 30 * 60_000 }]);
    // Who pays for a task is known for a day.
    expect(known).toEqual([24 * 60 * 60_000]);
  });

  it('is refused in words that say of what there were too many', async () => {
    const tasks = { code: 'concurrency_limit', message: expect.stringContaining('as many tasks at once as are allowed') };
    expect(await refusalUnder({ tasksInFlight: 1 })).toMatchObject(tasks);
    const requests = { code: 'rate_limit_exceeded', message: expect.stringContaining('as many requests as are allowed') };
    const { seconds, ...refusal } = await refusalUnder({ requests: { max: 1, perSeconds: 60 } });
    expect(refusal).toMatchObject(requests);
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
  });
});
