import { createMemoryStore, type Limits, type ProxyStore } from 'bytespike-react/server';
import { createRedisStore } from 'bytespike-react/server/redis';
import { Redis } from 'ioredis';
import { createClient } from 'redis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasRedis, startRedis } from '../../support/redis-server.js';
import { deferred, pageRequest, sealed, useBench } from './fixture.js';
import { sendJson } from './upstream.js';

const HOUR = { perSeconds: 3600 };
const PRICE = 0.21;
let stop: () => Promise<void> = async () => {};
let connect: Record<string, () => Promise<ProxyStore>> = {};
const closing: (() => unknown)[] = [];
let prefixes = 0;

beforeAll(async () => {
  connect = { memory: async () => createMemoryStore() };
  if (!hasRedis) return;
  const server = await startRedis();
  stop = server.stop;
  const prefix = () => ({ prefix: `test:${prefixes}:` });
  connect = {
    ...connect,
    redis: async () => {
      const client = createClient({ url: server.url });
      await client.connect();
      closing.push(() => client.destroy());
      return createRedisStore(client, prefix());
    },
    ioredis: async () => {
      const client = new Redis(server.url);
      closing.push(() => client.disconnect());
      return createRedisStore(client, prefix());
    },
  };
});
afterAll(async () => {
  for (const close of closing) await close();
  await stop();
});

describe.each(hasRedis ? ['memory', 'redis', 'ioredis'] : ['memory'])('a store in %s', (name) => {
  const bench = useBench();

  /** Stores of as many instances, over one set of data. */
  async function stores(count: number): Promise<ProxyStore[]> {
    prefixes++;
    const open = () => connect[name]?.() as Promise<ProxyStore>;
    if (name !== 'memory') return Promise.all(Array.from({ length: count }, open));
    const only = await open();
    return Array.from({ length: count }, () => only);
  }

  const limits: [string, Limits][] = [
    ['tasks in flight', { tasksInFlight: 10 }],
    ['requests', { requests: { max: 10, ...HOUR } }],
    ['spend', { spend: { usd: 10 * PRICE, ...HOUR } }],
  ];
  it.each(limits.flatMap(([limit, value]) => [1, 3].map((count) => [limit, count, value] as const)))(
    'holds 200 submits at once against 10 %s on %i instances',
    async (_, count, value) => {
      let submitted = 0;
      bench.upstream.answer = (res) => sendJson(res, 200, { task_id: `task_${submitted++}`, status: 'queued' });
      const proxies = (await stores(count)).map((store) => bench.proxy({ store, limits: value }));
      const body = JSON.stringify({ model: 'veo-3.1-fast', prompt: 'p', duration_seconds: 4 });
      const answers = await Promise.all(
        Array.from({ length: 200 }, async (_unused, index) => proxies[index % count]?.(pageRequest('POST', '/v1/tasks/submit', { body }))),
      );
      expect(bench.upstream.requests).toHaveLength(10);
      expect(answers.filter((answer) => answer?.status === 200)).toHaveLength(10);
    },
  );

  const reservation = (id: string, now: number, more: object = {}) => ({
    ...{ subject: 'ann', id, now, amount: 5, inFlightUntil: now + 100, limits: { tasksInFlight: 2, spend: { usd: 12e-6, perSeconds: 1 } } },
    ...more,
  });

  it('settles by what was billed, forgets after the windows, and keeps users apart', async () => {
    const [store] = (await stores(1)) as [ProxyStore];
    const verdicts = [];
    for (const [id, now, more] of [['a', 1000], ['b', 1001], ['c', 1002], ['c', 1002, { subject: 'bob' }]] as const) {
      verdicts.push(await store.reserve(reservation(id, now, more)));
    }
    expect(verdicts).toEqual([{ ok: true }, { ok: true }, { ok: false, limit: 'tasksInFlight', retryAfter: 5000 }, { ok: true }]);
    await store.settle({ subject: 'ann', id: 'a' }, undefined);
    expect(await store.reserve(reservation('c', 1003))).toEqual({ ok: false, limit: 'spend', retryAfter: 997 });
    await store.settle({ subject: 'ann', id: 'a' }, 2);
    await store.settle({ subject: 'ann', id: 'nobody' }, 2);
    expect(await store.reserve(reservation('c', 1004))).toEqual({ ok: true });
    expect([await store.spent('ann', 0), await store.spent('ann', 1001), await store.spent('bob', 0), await store.spent('nobody', 0)]).toEqual([12, 5, 5, 0]);
    expect(await store.reserve(reservation('d', 1105))).toEqual({ ok: false, limit: 'spend', retryAfter: 895 });
    expect(await store.reserve(reservation('d', 2002))).toEqual({ ok: true });
    const { amount } = reservation('d', 2003, { amount: 1e9 });
    expect(await store.reserve(reservation('d', 2003, { amount }))).toEqual({ ok: true });
  });

  it('links a task to the first who paid for it', async () => {
    const [one, two] = (await stores(2)) as [ProxyStore, ProxyStore];
    const now = Date.now();
    const links = await Promise.all(
      Array.from({ length: 20 }, (_, id) => (id % 2 ? one : two).link('task_1', { subject: 'ann', id: String(id) }, now, now + 60_000)),
    );
    expect(new Set(links.map(({ id }) => id)).size).toBe(1);
    expect(await two.linked('task_1', now)).toEqual(links[0]);
    expect(await one.linked('task_2', now)).toBeUndefined();
  });

  it('lets one of many begin a call, and gives its end to all', async () => {
    const [one, two] = (await stores(2)) as [ProxyStore, ProxyStore];
    const now = Date.now();
    const begin = (store: ProxyStore, { fingerprint = 'f', at = now, canFind = true, owner = 'one' } = {}) =>
      store.begin({ key: 'k', fingerprint, owner, now: at, leaseUntil: at + 1000, forgetAt: at + 60_000, canFind, onlyKnown: false });
    const begun = await Promise.all(Array.from({ length: 20 }, (_, index) => begin(index % 2 ? one : two)));
    expect(begun.filter(({ state }) => state === 'new')).toHaveLength(1);
    expect(begun.filter(({ state }) => state === 'running')).toHaveLength(19);
    expect((await begin(two, { fingerprint: 'another' })).state).toBe('other');
    expect((await begin(two, { at: now + 1000, canFind: false })).state).toBe('lost');
    const answer = { status: 200, type: 'application/json', body: '{"é":"\u0000"}' };
    await one.end('k', 'one', answer);
    expect(await begin(two)).toEqual({ state: 'done', answer });
    await one.end('k', 'one', 'lost');
    expect((await begin(two)).state).toBe('lost');
    await one.end('k', 'one', 'forget');
    await one.end('k', 'one', answer);
    expect((await begin(two)).state).toBe('new');
  });

  it('leaves no mark of who wants only what is known, and tells of all that is', async () => {
    const [one, two] = (await stores(2)) as [ProxyStore, ProxyStore];
    const now = Date.now();
    const begin = (store: ProxyStore, onlyKnown: boolean, { fingerprint = 'f', at = now } = {}) =>
      store.begin({ key: 'k', fingerprint, owner: onlyKnown ? 'late' : 'first', now: at, leaseUntil: at + 1000, forgetAt: at + 60_000, canFind: true, onlyKnown });
    const asked = await Promise.all(Array.from({ length: 20 }, (_, index) => begin(index % 2 ? one : two, true)));
    expect(new Set(asked.map(({ state }) => state))).toEqual(new Set(['absent']));
    expect(await two.renew('k', 'late', now + 9000, true)).toBe(false);
    expect((await begin(one, false)).state).toBe('new');
    expect([(await begin(two, true)).state, (await begin(two, true, { fingerprint: 'another' })).state]).toEqual(['running', 'other']);
    expect(await begin(two, true, { at: now + 1000 })).toEqual({ state: 'abandoned', first: 'first' });
    const answer = { status: 200, type: 'application/json', body: '{}' };
    await one.end('k', 'late', answer);
    expect(await begin(two, true)).toEqual({ state: 'done', answer });
    await one.end('k', 'late', 'lost');
    expect((await begin(two, true)).state).toBe('lost');
    await one.end('k', 'late', 'forget');
    expect((await begin(two, true)).state).toBe('absent');
  });

  it('makes an image once beside any number that want only what is kept', async () => {
    let made = 0;
    bench.upstream.answer = (res) => sendJson(res, 200, { data: [{ url: `https://cdn.example/${made++}.png` }] });
    const [here, there] = (await stores(2)).map((store) => bench.proxy({ store, imagesAsTasks: false }));
    const ask = (headers: Record<string, string> = {}) =>
      pageRequest('POST', '/v1/images/generations', { body: '{"model":"gpt-image-2","prompt":"p"}', headers: { 'idempotency-key': 'k', ...headers } });
    const asked = () => Promise.all(Array.from({ length: 10 }, async (_, index) => (index % 2 ? here : there)?.(ask({ 'x-bytespike-replay': 'only' }))));
    expect((await asked()).map((answer) => answer?.status)).toEqual(Array(10).fill(404));
    expect(made).toBe(0);
    expect((await here?.(ask()))?.status).toBe(200);
    expect((await asked()).map((answer) => answer?.headers.get('idempotent-replayed'))).toEqual(Array(10).fill('true'));
    expect(made).toBe(1);
  });

  it('hands a call whose owner fell silent to one who asks, and believes the old owner no more', async () => {
    const [one, two] = (await stores(2)) as [ProxyStore, ProxyStore];
    const now = Date.now();
    const begin = (store: ProxyStore, owner: string, at: number, canFind = true) =>
      store.begin({ key: 'k', fingerprint: 'f', owner, now: at, leaseUntil: at + 1000, forgetAt: at + 60_000, canFind, onlyKnown: false });
    expect(await begin(one, 'a', now)).toEqual({ state: 'new' });
    expect(await one.renew('k', 'a', now + 3000, true)).toBe(true);
    expect((await begin(two, 'b', now + 2999)).state).toBe('running');
    const taken = await Promise.all(Array.from({ length: 10 }, (_, index) => begin(index % 2 ? one : two, `b${index}`, now + 3000)));
    expect(taken.filter(({ state }) => state === 'running')).toHaveLength(9);
    expect(taken.find(({ state }) => state !== 'running')).toEqual({ state: 'abandoned', first: 'a' });
    const owner = `b${taken.findIndex(({ state }) => state === 'abandoned')}`;
    expect([await one.renew('k', 'a', now + 9000, true), await two.renew('k', owner, now + 9000, true)]).toEqual([false, true]);
    await one.end('k', 'a', 'forget');
    expect((await begin(one, 'c', now + 8000)).state).toBe('running');
    await two.end('k', owner, 'abandoned');
    expect(await begin(one, 'c', now + 8001)).toEqual({ state: 'abandoned', first: 'a' });
    expect(await one.renew('k', 'c', now + 9000, false)).toBe(true);
    expect((await begin(two, 'd', now + 9000)).state).toBe('lost');
    const answer = { status: 200, type: 'application/json', body: '{}' };
    await one.end('k', 'a', answer);
    expect((await begin(two, 'd', now + 9001)).state).toBe('done');
    await one.end('k', 'c', 'forget');
    await begin(one, 'e', now + 9002, false);
    expect((await begin(two, 'f', now + 20_000)).state).toBe('lost');
  });

  it('gives an image to a client that asks another instance for it, billed once', async () => {
    const arrived = deferred<void>();
    const finish = deferred<void>();
    bench.upstream.answer = (res) => {
      arrived.resolve();
      void finish.promise.then(() => sendJson(res, 200, { data: [{ url: 'https://cdn.example/0.png' }] }));
    };
    const [here, there] = (await stores(2)).map((store) => bench.proxy({ store, imagesAsTasks: false }));
    const ask = () => pageRequest('POST', '/v1/images/generations', { body: '{"model":"gpt-image-2","prompt":"p"}', headers: { 'idempotency-key': 'k' } });
    const first = here?.(ask());
    await arrived.promise;
    const second = there?.(ask());
    finish.resolve();
    expect(await (await second)?.text()).toBe(await (await first)?.text());
    expect(bench.upstream.requests).toHaveLength(1);
  });

  it('reaches a task, and settles it, on another instance than the one that began it', async () => {
    const [here, there] = (await stores(2)).map((store) => bench.proxy({ store, limits: { tasksInFlight: 1 } }));
    const submit = (key: string) => pageRequest('POST', '/v1/tasks/submit', { body: JSON.stringify({ model: 'veo-3.1-fast', prompt: 'p', out_task_id: key }) });
    bench.upstream.answer = (res) => sendJson(res, 200, { task_id: 'task_0', status: 'queued' });
    expect([(await here?.(submit('a')))?.status, (await there?.(submit('b')))?.status]).toEqual([200, 429]);
    bench.upstream.answer = (res) => sendJson(res, 200, { task_id: 'task_0', status: 'cancelled' });
    expect((await there?.(pageRequest('POST', `/v1/tasks/cancel/${await sealed('task_0')}`)))?.status).toBe(200);
    bench.upstream.answer = (res) => sendJson(res, 200, { task_id: 'task_1', status: 'queued' });
    expect((await here?.(submit('b')))?.status).toBe(200);
  });
});
