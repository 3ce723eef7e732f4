import { createMemoryStore, type ProxyStore } from 'bytespike-react/server';
import { describe, expect, it } from 'vitest';
import { createMemoryAnswers } from '../../../src/server/store/memory-answers.js';
import { isWorking } from '../../support/busy-crypto.js';
import { createManualClock, settle } from '../../support/manual-clock.js';
import { type Ask, CANARY, deferred, errorOf, outName, pageRequest, useBench } from './fixture.js';
import { sendJson, type Upstream } from './upstream.js';

const wish = { model: 'gpt-image-2', prompt: 'a lighthouse' };
const DAY = 24 * 60 * 60_000;

describe('an image under an idempotency key', () => {
  const bench = useBench();
  const ask = (body: object | FormData = wish, { key = 'wish-1', path = '/v1/images/generations', headers, ...more }: Ask & { key?: string; path?: string } = {}) =>
    pageRequest('POST', path, { ...more, body: body instanceof FormData ? body : JSON.stringify(body), headers: { 'idempotency-key': key, ...headers } });
  /** As a page asks that was loaded anew. */
  const askForKept = (body: object | FormData = wish, more: { path?: string } = {}) => ask(body, { ...more, headers: { 'x-bytespike-replay': 'only' } });

  function drawOnce(): void {
    let drawn = 0;
    bench.upstream.answer = (res) => sendJson(res, 200, { data: [{ url: `https://cdn.example/${drawn++}.png` }] });
  }

  it('is made once, and the answer is the same again, on any instance, for a day', async () => {
    drawOnce();
    const clock = createManualClock(undefined, isWorking);
    const store = createMemoryStore({ clock });
    const draw = async () => bench.proxy({ clock, store })(ask());
    const first = await draw();
    expect(first.headers.get('idempotent-replayed')).toBeNull();
    const text = await first.text();
    await clock.advance(DAY - 1);
    const second = await draw();
    expect([second.status, await second.text(), second.headers.get('content-type')]).toEqual([200, text, 'application/json']);
    expect(second.headers.get('idempotent-replayed')).toBe('true');
    expect(second.headers.get('cache-control')).toBe('no-store');
    expect(bench.upstream.requests).toHaveLength(1);
    await clock.advance(1);
    expect(await (await draw()).text()).not.toBe(text);
  });

  it('is finished for a client that left, who then finds it', async () => {
    const arrived = deferred<void>();
    const finish = deferred<void>();
    bench.upstream.answer = (res) => {
      arrived.resolve();
      void finish.promise.then(() => sendJson(res, 200, { data: [{ url: 'https://cdn.example/0.png' }] }));
    };
    const proxy = bench.proxy();
    const client = new AbortController();
    const left = proxy(ask(wish, { signal: client.signal }));
    await arrived.promise;
    client.abort();
    finish.resolve();
    await left;
    expect(await (await proxy(ask())).json()).toEqual({ data: [{ url: 'https://cdn.example/0.png' }] });
    expect(bench.upstream.requests).toHaveLength(1);
  });

  it('is joined while it is still being made, and paid once', async () => {
    drawOnce();
    const limits = { requests: { max: 1, perSeconds: 60 } };
    const store = createMemoryStore();
    const proxies = [0, 1, 2].map(() => bench.proxy({ store, limits }));
    const texts = await Promise.all(Array.from({ length: 30 }, async (_, index) => (await proxies[index % 3]?.(ask()))?.text()));
    expect(new Set(texts)).toEqual(new Set(['{"data":[{"url":"https://cdn.example/0.png"}]}']));
    expect(bench.upstream.requests).toHaveLength(1);
  });

  it('asks the store once for all of a process who wait for it', async () => {
    const clock = createManualClock(undefined, isWorking);
    const store = createMemoryStore({ clock });
    let asked = 0;
    const counting: ProxyStore = {
      ...store,
      begin: (beginning) => {
        asked++;
        return store.begin(beginning);
      },
    };
    const finish = deferred<void>();
    bench.upstream.answer = (res) => void finish.promise.then(() => sendJson(res, 200, { data: [] }));
    const proxy = bench.proxy({ clock, store: counting });
    const answers = Array.from({ length: 300 }, () => proxy(ask()));
    await clock.advance(10_000);
    finish.resolve();
    expect(new Set((await Promise.all(answers)).map(({ status }) => status))).toEqual(new Set([200]));
    // The one who makes it, and the looks of 10 s, ever rarer.
    expect(asked).toBeLessThan(20);
  });

  it('lets one who waits leave, and leaves the call alone', async () => {
    const clock = createManualClock(undefined, isWorking);
    const finish = deferred<void>();
    const arrived = deferred<void>();
    bench.upstream.answer = (res) => {
      arrived.resolve();
      void finish.promise.then(() => sendJson(res, 200, { data: [] }));
    };
    const proxy = bench.proxy({ clock });
    const first = proxy(ask());
    await arrived.promise;
    const client = new AbortController();
    const second = proxy(ask(wish, { signal: client.signal }));
    // One timer says that the first is alive, one waits for the gateway, and one is of who waits for the first.
    while (clock.pending < 3) await settle();
    client.abort();
    expect((await second).status).toBe(499);
    finish.resolve();
    expect((await first).status).toBe(200);
    expect(clock.pending).toBe(0);
  });

  it.each<[string, object, string]>([
    ['other words', { ...wish, prompt: 'a harbour' }, '/v1/images/generations'],
    ['another way', { ...wish, model: 'gpt-4o-image' }, '/v1/chat/completions'],
  ])('is refused for %s', async (_, body, path) => {
    drawOnce();
    const proxy = bench.proxy();
    await proxy(ask());
    const response = await proxy(ask(body, { path }));
    expect([response.status, (await errorOf(response)).code]).toEqual([422, 'invalid_param']);
    expect(bench.upstream.requests).toHaveLength(1);
  });

  it('knows the same form again, whatever its borders, and another picture as another', async () => {
    drawOnce();
    const form = (pixel: number) => {
      const data = new FormData();
      data.set('model', 'gpt-image-2');
      data.set('image', new File([new Uint8Array([pixel])], 'a.png', { type: 'image/png' }));
      return data;
    };
    const proxy = bench.proxy();
    const statuses = [];
    for (const pixel of [1, 1, 2]) statuses.push((await proxy(ask(form(pixel), { path: '/v1/images/edits' }))).status);
    expect(statuses).toEqual([200, 200, 422]);
    expect(bench.upstream.requests).toHaveLength(1);
  });

  it('is one of one user: another with the same key draws an own one', async () => {
    drawOnce();
    const store = createMemoryStore();
    for (const userId of ['ann', 'bob']) await bench.proxy({ store, authorize: () => ({ userId }) })(ask());
    const sent = bench.upstream.requests.map(({ headers }) => headers['idempotency-key']);
    expect(sent).toEqual([await outName('wish-1', 'ann'), await outName('wish-1', 'bob')]);
  });

  it('is tried again after a refusal that cost nothing', async () => {
    const proxy = bench.proxy();
    bench.upstream.answer = (res) => sendJson(res, 429, { error: { code: 'rate_limit_exceeded', message: 'Slow.' } });
    expect((await proxy(ask())).status).toBe(429);
    drawOnce();
    expect((await proxy(ask())).status).toBe(200);
  });

  const losses: [string, Upstream['answer']][] = [
    ['was lost', (res) => res.destroy()],
    [
      'broke off',
      (res) => {
        res.writeHead(200, { 'content-type': 'application/json' });
        res.write('{"data":', () => res.destroy());
      },
    ],
  ];
  it.each(losses)('is never made again when its answer %s', async (_, answer) => {
    const proxy = bench.proxy();
    bench.upstream.answer = answer;
    const outcomes = [];
    for (let round = 0; round < 2; round++) outcomes.push((await proxy(ask())).headers.get('x-bytespike-outcome'));
    expect(outcomes).toEqual(['unknown', 'unknown']);
    expect(bench.upstream.requests).toHaveLength(1);
  });

  it('is never made again when the instance that made it died', async () => {
    drawOnce();
    const clock = createManualClock(undefined, isWorking);
    const store = createMemoryStore({ clock });
    const begun = deferred<void>();
    const fetch = () => {
      begun.resolve();
      return new Promise<Response>(() => {});
    };
    // The dead say nothing.
    void bench.proxy({ clock, store: { ...store, renew: async () => true }, fetch })(ask());
    await begun.promise;
    let answered = false;
    const again = bench.proxy({ clock, store })(ask()).finally(() => {
      answered = true;
    });
    for (let seconds = 0; !answered; seconds++) {
      expect(seconds).toBeLessThan(25);
      await clock.advance(1000);
    }
    expect((await again).headers.get('x-bytespike-outcome')).toBe('unknown');
    expect(bench.upstream.requests).toEqual([]);
  });

  it('is not made while the store fails', async () => {
    const begin = () => Promise.reject(new Error(CANARY));
    const store: ProxyStore = { ...createMemoryStore(), begin };
    expect((await bench.proxy({ store })(ask())).status).toBe(503);
    expect(bench.upstream.requests).toEqual([]);
  });

  const edit = () => {
    const data = new FormData();
    data.set('model', 'gpt-image-2');
    data.set('image', new File([new Uint8Array([1])], 'a.png', { type: 'image/png' }));
    return data;
  };
  it.each<[string, () => object | FormData, string]>([
    ['drawn', () => wish, '/v1/images/generations'],
    ['edited', edit, '/v1/images/edits'],
    ['drawn in a conversation', () => ({ model: 'gpt-4o-image', messages: [{ role: 'user', content: 'a lighthouse' }] }), '/v1/chat/completions'],
  ])('is not made by a proxy that was started anew, for who wants only what is kept: %s', async (_, body, path) => {
    drawOnce();
    expect((await bench.proxy()(ask(body(), { path }))).status).toBe(200);
    const fresh = bench.proxy();
    const refused = await fresh(askForKept(body(), { path }));
    expect([refused.status, refused.headers.get('x-bytespike-outcome'), refused.headers.get('x-bytespike-offers')]).toEqual([404, 'unknown', 'image-idempotency, task-events']);
    const { code, message } = await errorOf(refused);
    expect(code).toBe('not_found');
    expect(message).toMatch(/nothing was sent.*started anew.*look at what was billed/i);
    expect(bench.upstream.requests).toHaveLength(1);
    // It left no mark: who wants it made has it made, and what was kept is given then.
    const made = await (await fresh(ask(body(), { path }))).text();
    expect(bench.upstream.requests).toHaveLength(2);
    const kept = await fresh(askForKept(body(), { path }));
    expect([kept.status, kept.headers.get('idempotent-replayed'), await kept.text()]).toEqual([200, 'true', made]);
    expect(bench.upstream.requests).toHaveLength(2);
  });

  it('is not made for who wants only what is kept, and does not say under which key', async () => {
    drawOnce();
    const refused = await bench.proxy()(pageRequest('POST', '/v1/images/generations', { body: JSON.stringify(wish), headers: { 'x-bytespike-replay': 'only' } }));
    expect([refused.status, (await errorOf(refused)).message]).toEqual([400, expect.stringMatching(/no `Idempotency-Key`.*Nothing was sent/)]);
    expect(bench.upstream.requests).toEqual([]);
  });

  it('is not counted, and not made as a task, for who wants only what is kept', async () => {
    const limits = { requests: { max: 1, perSeconds: 60 } };
    const proxy = bench.proxy({ limits, imagesAsTasks: true });
    for (let round = 0; round < 3; round++) expect((await proxy(askForKept())).status).toBe(404);
    expect(bench.upstream.requests).toEqual([]);
    bench.upstream.answer = (res) => sendJson(res, 200, { task_id: 't', status: 'completed', output: [{ type: 'image', url: 'https://cdn.example/0.png' }] });
    expect((await proxy(ask())).status).toBe(200);
  });

  it('is waited for while it is being made, by who wants only what is kept', async () => {
    const arrived = deferred<void>();
    const finish = deferred<void>();
    bench.upstream.answer = (res) => {
      arrived.resolve();
      void finish.promise.then(() => sendJson(res, 200, { data: [{ url: 'https://cdn.example/0.png' }] }));
    };
    const proxy = bench.proxy();
    const first = proxy(ask());
    await arrived.promise;
    const second = proxy(askForKept());
    finish.resolve();
    expect(await (await second).text()).toBe(await (await first).text());
    expect(bench.upstream.requests).toHaveLength(1);
  });

  it.each(['', 'a b', '../x', 'x'.repeat(129)])('takes no key %j', async (key) => {
    expect((await bench.proxy()(ask(wish, { key }))).status).toBe(400);
    expect(bench.upstream.requests).toEqual([]);
  });

  it('keeps only so much, and of the rest that it was made', async () => {
    const answers = createMemoryAnswers({ mostKept: 10 });
    const begin = (key: string) => answers.begin({ key, fingerprint: 'f', owner: 'o', now: 0, leaseUntil: 1000, forgetAt: 60_000, canFind: false, onlyKnown: false });
    const body = '123456';
    for (const key of ['a', 'b']) {
      await begin(key);
      await answers.end(key, 'o', { status: 200, type: 't', body });
    }
    expect([(await begin('a')).state, (await begin('b')).state]).toEqual(['lost', 'done']);
  });
});
