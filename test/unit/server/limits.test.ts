import { createMemoryStore, type Limits, type Proxy, type ProxyOptions, type ProxyStore, toNodeHandler } from 'bytespike-react/server';
import { describe, expect, it } from 'vitest';
import { isWorking } from '../../support/busy-crypto.js';
import { createManualClock } from '../../support/manual-clock.js';
import { errorOf, outName, pageRequest, sealed, useBench } from './fixture.js';
import { listen, sendJson } from './upstream.js';

const film = { model: 'veo-3.1-fast', prompt: 'a lighthouse', duration_seconds: 4 };
/** What that film costs by the rate card. */
const PRICE = 0.21;
const HOUR = { perSeconds: 3600 };

describe('what a user may do', () => {
  const bench = useBench();
  let submitted = 0;
  const submit = (proxy: Proxy, more: object = {}) =>
    proxy(pageRequest('POST', '/v1/tasks/submit', { body: JSON.stringify({ ...film, out_task_id: `bs_${submitted++}`, ...more }) }));
  const read = async (proxy: Proxy, taskId: string) => proxy(pageRequest('GET', `/v1/tasks/query?task_id=${await sealed(taskId)}`));

  /** Each submit is a task of its own, unless it repeats a key. */
  function acceptTasks(): void {
    const known = new Map<string, string>();
    bench.upstream.answer = (res, { body }) => {
      const { out_task_id: key } = JSON.parse(String(body)) as { out_task_id: string };
      known.set(key, known.get(key) ?? `task_${known.size}`);
      sendJson(res, 200, { task_id: known.get(key), status: 'queued' });
    };
  }
  const answer = (reading: object) => {
    bench.upstream.answer = (res) => sendJson(res, 200, reading);
  };

  const limits: [string, Limits][] = [
    ['tasks in flight', { tasksInFlight: 10 }],
    ['requests', { requests: { max: 10, ...HOUR } }],
    ['spend', { spend: { usd: 10 * PRICE, ...HOUR } }],
  ];
  it.each(limits.flatMap(([name, limit]) => [1, 3].map((instances) => ({ name, limit, instances }))))(
    'sends exactly 10 of 200 at once up against a limit of 10 $name, with $instances instances',
    async ({ limit, instances }) => {
      acceptTasks();
      const store = createMemoryStore();
      const proxies = Array.from({ length: instances }, () => bench.proxy({ limits: limit, store }));
      const answers = await Promise.all(Array.from({ length: 200 }, (_, index) => submit(proxies[index % instances] as Proxy)));
      expect(bench.upstream.requests).toHaveLength(10);
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(10);
      const refused = answers.filter(({ status }) => status !== 200);
      expect(new Set(refused.map(({ status }) => status)).size).toBe(1);
      expect(refused.every(({ headers }) => Number(headers.get('retry-after')) >= 1)).toBe(true);
    },
  );

  it.each<[Limits, number, string]>([
    [{ tasksInFlight: 0 }, 429, 'concurrency_limit'],
    [{ requests: { max: 0, ...HOUR } }, 429, 'rate_limit_exceeded'],
    [{ spend: { usd: PRICE - 0.01, ...HOUR } }, 402, 'quota_exceeded'],
  ])('says which limit it was: %j', async (limit, status, code) => {
    const response = await submit(bench.proxy({ limits: limit }));
    expect([response.status, (await errorOf(response)).code]).toEqual([status, code]);
    expect(bench.upstream.requests).toEqual([]);
  });

  it('counts each user apart, and takes the limits of `authorize` before its own', async () => {
    acceptTasks();
    const store = createMemoryStore();
    const as = (userId: string, own?: Limits) => bench.proxy({ store, limits: { tasksInFlight: 1 }, authorize: () => ({ userId, ...(own ? { limits: own } : {}) }) });
    const statuses = [];
    for (const proxy of [as('ann'), as('ann'), as('bob'), as('ann', { tasksInFlight: 2 }), as('ann', { tasksInFlight: 2 })]) {
      statuses.push((await submit(proxy)).status);
    }
    expect(statuses).toEqual([200, 429, 200, 200, 429]);
  });

  it.each([{ requests: 5 }, { requests: { max: '5', perSeconds: 1 } }, { taskInFlight: 5 }, { spend: { usd: Number.NaN, perSeconds: 1 } }, 'none'])(
    'takes limits that it cannot hold for a mistake: %j',
    async (wrong) => {
      expect(() => bench.proxy({ limits: wrong as Limits })).toThrow('`limits`');
      const response = await submit(bench.proxy({ authorize: () => ({ userId: 'ann', limits: wrong as Limits }) }));
      expect(response.status).toBe(500);
      expect(bench.upstream.requests).toEqual([]);
    },
  );

  const ends: [string, object, 'free' | 'kept'][] = [
    ['still runs', { status: 'running' }, 'kept'],
    ['completed for what was reserved', { status: 'completed', credits_used: PRICE }, 'kept'],
    ['completed without an amount', { status: 'completed' }, 'kept'],
    ['completed for less', { status: 'completed', credits: 0.01 }, 'free'],
    ['failed', { status: 'failed', error_code: 'x' }, 'free'],
    ['was cancelled for nothing', { status: 'cancelled' }, 'free'],
    ['was cancelled for most of it', { status: 'cancelled', credits_used: 0.2 }, 'kept'],
  ];
  it.each(ends)('counts what was billed once a task %s', async (_, reading, money) => {
    acceptTasks();
    const proxy = bench.proxy({ limits: { spend: { usd: PRICE + 0.05, ...HOUR } } });
    expect((await submit(proxy)).status).toBe(200);
    expect((await submit(proxy)).status).toBe(402);
    answer({ task_id: 'task_0', ...reading });
    await read(proxy, 'task_0');
    acceptTasks();
    expect((await submit(proxy)).status).toBe(money === 'free' ? 200 : 402);
  });

  it.each([
    [0.01, 1 - 0.21],
    [undefined, 0],
  ])('takes what the gateway bills in credits of $%s each', async (usdPerCredit, left) => {
    acceptTasks();
    const proxy = bench.proxy({ expose: { balance: 'budget' }, limits: { spend: { usd: 1, ...HOUR } }, ...(usdPerCredit === undefined ? {} : { usdPerCredit }) });
    await submit(proxy);
    answer({ task_id: 'task_0', status: 'completed', credits: 21 });
    await read(proxy, 'task_0');
    expect(await (await proxy(pageRequest('GET', '/v1/balance'))).json()).toMatchObject({ available_usd: left });
    expect(() => bench.proxy({ usdPerCredit: 0 })).toThrow('`usdPerCredit`');
  });

  it('books an end that was read while nobody could write down who pays', async () => {
    acceptTasks();
    const clock = createManualClock(undefined, isWorking);
    const memory = createMemoryStore({ clock });
    let isThere = false;
    const store: ProxyStore = { ...memory, link: (...asked) => (isThere ? memory.link(...asked) : Promise.reject(new Error('down'))) };
    const proxy = bench.proxy({ clock, store, limits: { spend: { usd: PRICE, ...HOUR } } });
    expect((await submit(proxy)).status).toBe(200);
    answer({ task_id: 'task_0', status: 'completed', credits_used: 0.01 });
    await read(proxy, 'task_0');
    expect(await memory.spent('user:user-1', 0)).toBe(PRICE * 1e6);
    isThere = true;
    for (let seconds = 0; (await memory.spent('user:user-1', 0)) !== 10_000; seconds++) {
      expect(seconds).toBeLessThan(30);
      await clock.advance(1000);
      await new Promise(setImmediate);
    }
  });

  it('gives the money of a task that failed back also when that is first read days later', async () => {
    acceptTasks();
    const clock = createManualClock(undefined, isWorking);
    const proxy = bench.proxy({ clock, limits: { spend: { usd: PRICE, perSeconds: 30 * 86_400 } } });
    expect((await submit(proxy)).status).toBe(200);
    await clock.advance(3 * 86_400_000);
    expect((await submit(proxy)).status).toBe(402);
    answer({ task_id: 'task_0', status: 'failed' });
    await read(proxy, 'task_0');
    acceptTasks();
    expect((await submit(proxy)).status).toBe(200);
  });

  it('sees the end of a task in its stream and in the answer to a cancel', async () => {
    for (const path of ['GET /v1/tasks/stream/', 'POST /v1/tasks/cancel/'] as const) {
      acceptTasks();
      const proxy = bench.proxy({ limits: { tasksInFlight: 1 } });
      await submit(proxy);
      const ended = { status: 'cancelled' };
      bench.upstream.answer = (res) => {
        if (path.startsWith('POST')) return sendJson(res, 200, ended);
        res.writeHead(200, { 'content-type': 'text/event-stream' });
        res.end(`data: ${JSON.stringify(ended)}\n\n`);
      };
      const [method = '', stem = ''] = path.split(' ');
      await (await proxy(pageRequest(method, stem + (await sealed('task_0'))))).text();
      acceptTasks();
      expect((await submit(proxy)).status).toBe(200);
    }
  });

  it('counts a submit that is repeated under its key once', async () => {
    acceptTasks();
    const proxy = bench.proxy({ limits: { tasksInFlight: 2, spend: { usd: 2 * PRICE, ...HOUR } } });
    for (let round = 0; round < 5; round++) expect((await submit(proxy, { out_task_id: 'same' })).status).toBe(200);
    expect((await submit(proxy)).status).toBe(200);
    expect((await submit(proxy)).status).toBe(429);
    expect(bench.upstream.requests.filter(({ body }) => String(body).includes('same'))).toHaveLength(5);
    expect(String(bench.upstream.requests[0]?.body)).toContain(await outName('same'));
  });

  it('gives back what a refusal did not cost, and keeps what a lost answer may have', async () => {
    const proxy = bench.proxy({ limits: { spend: { usd: PRICE, ...HOUR } } });
    bench.upstream.answer = (res) => sendJson(res, 400, { error: { code: 'invalid_param', message: 'No.' } });
    expect([(await submit(proxy)).status, (await submit(proxy)).status]).toEqual([400, 400]);
    bench.upstream.answer = (res) => res.destroy();
    expect([(await submit(proxy)).status, (await submit(proxy)).status]).toEqual([502, 402]);
  });

  it('forgets requests and money after their window, and an unseen task after half an hour, but not its money', async () => {
    acceptTasks();
    const clock = createManualClock(undefined, isWorking);
    const limited = (limit: Limits) => bench.proxy({ clock, limits: limit, store: createMemoryStore({ clock }) });
    const minute = limited({ requests: { max: 1, perSeconds: 60 } });
    const flight = limited({ tasksInFlight: 1 });
    const money = limited({ tasksInFlight: 1, spend: { usd: PRICE, ...HOUR } });
    const all = () => Promise.all([minute, flight, money].map(async (proxy) => (await submit(proxy)).status));
    expect(await all()).toEqual([200, 200, 200]);
    await clock.advance(59_999);
    expect(await all()).toEqual([429, 429, 429]);
    await clock.advance(1);
    expect(await all()).toEqual([200, 429, 429]);
    await clock.advance(29 * 60_000);
    expect(await all()).toEqual([200, 200, 402]);
    await clock.advance(30 * 60_000);
    expect((await submit(money)).status).toBe(200);
  });

  it('lets nothing that costs money through while the store fails, and reads all the same', async () => {
    const down = () => Promise.reject(new Error('redis://user:password@host is down'));
    const store: ProxyStore = { reserve: down, settle: down, spent: down, link: down, linked: down, begin: down, renew: down, end: down };
    const proxy = bench.proxy({ store, limits: { tasksInFlight: 1 } });
    const response = await submit(proxy);
    expect(response.status).toBe(503);
    expect(bench.upstream.requests).toEqual([]);
    expect(JSON.stringify([await response.text(), bench.events])).not.toContain('password');
    answer({ task_id: 'task_0', status: 'completed' });
    expect((await read(proxy, 'task_0')).status).toBe(200);
  });

  it('counts the public by address, from the connection or as it is told, and lets nobody through uncounted', async () => {
    acceptTasks();
    const open = (more: Partial<ProxyOptions> = {}) => bench.proxy({ authorize: 'public', limits: { requests: { max: 1, ...HOUR } }, ...more });
    const told = open({ clientAddress: (request) => request.headers.get('x-real-ip') ?? undefined });
    const from = async (address?: string) =>
      (await told(pageRequest('POST', '/v1/tasks/submit', { body: JSON.stringify(film), ...(address ? { headers: { 'x-real-ip': address } } : {}) }))).status;
    expect([await from('1.1.1.1'), await from('1.1.1.1'), await from('1.1.1.2'), await from(), await from()]).toEqual([200, 429, 200, 200, 429]);
    const server = await listen(toNodeHandler(open()));
    const post = async () => {
      const headers = { origin: server.url, 'content-type': 'application/json', 'x-forwarded-for': `9.9.9.${submitted++}` };
      return (await fetch(`${server.url}/api/bytespike/v1/tasks/submit`, { method: 'POST', headers, body: JSON.stringify(film) })).status;
    };
    expect([await post(), await post()]).toEqual([200, 429]);
    await server.close();
  });

  it('limits the public also when nothing was said of limits', async () => {
    acceptTasks();
    const proxy = bench.proxy({ authorize: 'public' });
    const answers = await Promise.all(Array.from({ length: 30 }, () => submit(proxy)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(20);
  });
});
