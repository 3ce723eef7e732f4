import type { Limits } from 'bytespike-react/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STORE_KINDS, startStoreKit, type StoreKit } from '../../support/store-kinds.js';
import { useUnhurriedStores } from '../../support/unhurried.js';
import { deferred, pageRequest, sealed, useBench } from './fixture.js';
import { sendJson } from './upstream.js';

const HOUR = { perSeconds: 3600 };
const PRICE = 0.21;

describe.each(STORE_KINDS)('proxies over a store in %s', (kind) => {
  const bench = useBench();
  useUnhurriedStores();
  let kit: StoreKit;
  beforeAll(async () => {
    kit = await startStoreKit(kind);
  });
  afterAll(() => kit.stop());
  const stores = (count: number) => kit.open(count);

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
