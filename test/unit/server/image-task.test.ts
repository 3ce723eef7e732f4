import { createMemoryStore, type ProxyOptions } from 'bytespike-react/server';
import { createSimulatedGateway, type SimulatedGatewayOptions } from 'bytespike-react/testing';
import { describe, expect, it } from 'vitest';
import { createFastClock } from '../../support/fast-clock.js';
import { CANARY, errorOf, pageRequest, sealed, useBench } from './fixture.js';
import { type Recorded, sendJson } from './upstream.js';

const wish = { model: 'gpt-image-2', prompt: 'a lighthouse', n: 2 };
const completed = { task_id: 'task_0', status: 'completed', output: [{ type: 'image', url: 'https://cdn.example/0.png', revised_prompt: 'a tall one' }] };

describe('an image that is made as a task', () => {
  const bench = useBench();
  const ask = (body: object = wish, key: string | undefined = 'wish-1') =>
    pageRequest('POST', '/v1/images/generations', { body: JSON.stringify(body), headers: key === undefined ? {} : { 'idempotency-key': key } });
  const proxy = (options: Partial<ProxyOptions> = {}) => bench.proxy({ imagesAsTasks: true, clock: createFastClock(100, 30_000), ...options });
  const paths = () => bench.upstream.requests.map(({ url }) => url);
  const sent = (index = 0) => JSON.parse(String(bench.upstream.requests[index]?.body)) as Record<string, unknown>;

  function simulated(options: SimulatedGatewayOptions = {}) {
    const gateway = createSimulatedGateway({ apiKey: CANARY, speed: 200, ...options });
    return { gateway, make: (more: Partial<ProxyOptions> = {}) => proxy({ baseUrl: gateway.baseUrl, fetch: gateway.fetch, ...more }) };
  }

  it.each(['a', 'b'] as const)('is answered as a synchronous one is, in dialect %s', async (dialect) => {
    const { gateway, make } = simulated({ dialect });
    const answer = await make()(ask());
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json']);
    const { created, data } = (await answer.json()) as { created: number; data: { url: string }[] };
    expect(created).toBeTypeOf('number');
    expect(data.map(({ url }) => url)).toEqual([expect.stringMatching(/^https:.*\.png/), expect.stringMatching(/^https:.*\.png/)]);
    expect(gateway.ledger.charges).toHaveLength(1);
    expect(gateway.requests.map(({ path }) => path)).not.toContain('/v1/images/generations');
    gateway.dispose();
  });

  it('goes up under a name that no task of a user can have, and hides it', async () => {
    bench.upstream.answer = (res) => sendJson(res, 200, completed);
    const answer = await proxy()(ask({ ...wish, response_format: 'url' }));
    expect(sent()).toEqual({ ...wish, out_task_id: expect.stringMatching(/^image\.[\w-]{43}$/) as string });
    expect(await answer.json()).toMatchObject({ data: [{ url: 'https://cdn.example/0.png', revised_prompt: 'a tall one' }] });
    expect(paths()).toEqual(['/v1/tasks/submit']);
    const names = [];
    for (const userId of ['ann', 'bob']) {
      bench.upstream.requests.length = 0;
      await proxy({ authorize: () => ({ userId }) })(ask());
      names.push(sent().out_task_id);
    }
    expect(new Set(names).size).toBe(2);
  });

  it('is there also when the gateway says what nobody expects beside it', async () => {
    bench.upstream.answer = (res) => sendJson(res, 200, { ...completed, output: [...completed.output, null, 'a note', { type: 'image', url: 'https://cdn.example/1.png', revised_prompt: 7 }] });
    const answer = await proxy()(ask());
    expect(await answer.json()).toMatchObject({ data: [{ url: 'https://cdn.example/0.png', revised_prompt: 'a tall one' }, { url: 'https://cdn.example/1.png' }] });
  });

  it('is told of at the webhook, in the shape that the gateway takes', async () => {
    bench.upstream.answer = (res) => sendJson(res, 200, completed);
    const callbackUrl = 'https://app.example/api/bytespike/webhook';
    await proxy({ callbackUrl, wire: 'params' })(ask());
    const { model, ...params } = wish;
    expect(sent()).toEqual({ model, params, out_task_id: expect.any(String) as string, callback_url: callbackUrl });
  });

  it.each<[string, object, string | undefined]>([
    ['base64 is asked for', { ...wish, response_format: 'b64_json' }, 'wish-1'],
    ['there is no key', wish, undefined],
  ])('is made synchronously when %s', async (_, body, key) => {
    await proxy()(pageRequest('POST', '/v1/images/generations', { body: JSON.stringify(body), headers: key ? { 'idempotency-key': key } : {} }));
    expect(paths()).toEqual(['/v1/images/generations']);
  });

  it('is made synchronously, once, when the gateway takes that model for no task', async () => {
    bench.upstream.answer = (res, { url }) =>
      url.includes('submit')
        ? sendJson(res, 400, { error: { code: 'unsupported_model', message: 'No.' } })
        : sendJson(res, 200, { data: [{ url: 'https://cdn.example/0.png' }] });
    const made = proxy();
    const texts = [await (await made(ask())).text(), await (await made(ask())).text()];
    expect(texts[0]).toBe(texts[1]);
    expect(paths()).toEqual(['/v1/tasks/submit', '/v1/images/generations']);
  });

  it('is not made synchronously by one whose place was taken meanwhile', async () => {
    bench.upstream.answer = (res) => sendJson(res, 400, { error: { code: 'unsupported_model', message: 'No.' } });
    const answer = await proxy({ store: { ...createMemoryStore(), renew: async () => false } })(ask());
    expect(answer.headers.get('x-bytespike-outcome')).toBe('unknown');
    expect(paths()).toEqual(['/v1/tasks/submit']);
  });

  const lostOnce = (then: (request: Recorded) => object, status = 200) => {
    let lost = false;
    bench.upstream.answer = (res, request) => {
      if (!lost) {
        lost = true;
        return void res.destroy();
      }
      sendJson(res, request.url.includes('query') ? status : 200, then(request));
    };
  };

  it('is looked for after a lost answer, and found', async () => {
    lostOnce(() => completed);
    expect((await proxy()(ask())).status).toBe(200);
    expect(paths()).toEqual(['/v1/tasks/submit', '/v1/tasks/query']);
    expect(sent(1)).toEqual({ out_task_id: sent(0).out_task_id });
  });

  it('is sent again under the same name when the gateway says that it does not know it', async () => {
    lostOnce(({ url }) => (url.includes('query') ? { error: { code: 'task_not_found', message: 'No.' } } : completed), 404);
    expect((await proxy()(ask())).status).toBe(200);
    expect(paths()).toEqual(['/v1/tasks/submit', '/v1/tasks/query', '/v1/tasks/submit']);
    expect(sent(2)).toEqual(sent(0));
  });

  it('is refused at once when the gateway does not know it, and refuses it then', async () => {
    let isLost = false;
    bench.upstream.answer = (res, { url }) => {
      if (!isLost) {
        isLost = true;
        return void res.destroy();
      }
      const isQuery = url.includes('query');
      sendJson(res, isQuery ? 404 : 451, { error: { code: isQuery ? 'task_not_found' : 'content_policy_violation', message: 'No.' } });
    };
    const answer = await proxy()(ask());
    expect([answer.status, answer.headers.get('x-bytespike-outcome')]).toEqual([451, null]);
    expect(paths()).toEqual(['/v1/tasks/submit', '/v1/tasks/query', '/v1/tasks/submit']);
  });

  it('has an unknown outcome where the gateway cannot be asked for a name, and is not sent again', async () => {
    lostOnce(() => ({ error: { code: 'invalid_param', message: 'task_id is required.' } }), 400);
    const made = proxy();
    const answer = await made(ask());
    expect([answer.status, answer.headers.get('x-bytespike-outcome')]).toEqual([502, 'unknown']);
    expect((await made(ask())).headers.get('x-bytespike-outcome')).toBe('unknown');
    expect(paths().filter((path) => path.includes('submit'))).toHaveLength(1);
  });

  it('is found by who asks again when the gateway could not be reached at first', async () => {
    bench.upstream.answer = (res) => res.destroy();
    const made = proxy();
    expect((await made(ask())).headers.get('x-bytespike-outcome')).toBe('unknown');
    const tries = paths().length;
    bench.upstream.answer = (res) => sendJson(res, 200, completed);
    expect((await made(ask())).status).toBe(200);
    expect(paths().slice(tries)).toEqual(['/v1/tasks/query']);
  });

  it.each([
    ['content_policy_violation', 451],
    ['upstream_error', 500],
  ])('is refused as %s, for nothing, and made anew by who asks again', async (code, status) => {
    const made = proxy({ limits: { spend: { usd: 0.5, perSeconds: 3600 } } });
    bench.upstream.answer = (res, { url }) =>
      sendJson(res, 200, url.includes('submit') ? { task_id: 'task_0', status: 'queued' } : { task_id: 'task_0', status: 'failed', error_code: code, error_message: `Not with ${CANARY}.` });
    const refused = await made(ask());
    expect(refused.status).toBe(status);
    expect(await errorOf(refused)).toMatchObject({ code, message: 'Not with [redacted].' });
    bench.upstream.requests.length = 0;
    bench.upstream.answer = (res, { body }) =>
      sendJson(res, 200, String(body).includes('.1"') ? completed : { task_id: 'task_0', status: 'failed', error_code: code });
    expect((await made(ask())).status).toBe(200);
    expect([sent(0).out_task_id, sent(1).out_task_id]).toEqual([expect.stringMatching(/^image\.[\w-]{43}$/), expect.stringMatching(/^image\.[\w-]{43}\.1$/)]);
  });

  it('holds its price each time that it is made anew after it failed', async () => {
    const store = createMemoryStore();
    const tasks: Record<string, unknown>[] = [];
    bench.upstream.answer = (res, { url, body }) => {
      if (url.includes('stream')) return sendJson(res, 404, {});
      const { out_task_id: name, task_id: id = new URL(url, 'https://x').searchParams.get('task_id') } = JSON.parse(String(body) || '{}') as Record<string, string>;
      const known = tasks.find((task) => task.out_task_id === name || task.task_id === id);
      const task = known ?? { task_id: `task_${tasks.length}`, out_task_id: name, status: 'running' };
      if (known === undefined) tasks.push(task);
      sendJson(res, 200, task);
    };
    const begun = async (count: number) => {
      while (tasks.length < count) await new Promise(setImmediate);
      return tasks[count - 1] ?? {};
    };
    const made = proxy({ store, limits: { spend: { usd: 0.05, perSeconds: 3600 } } });
    const single = { ...wish, n: 1 };
    for (const [index, key] of ['a', 'b'].entries()) {
      const asked = made(ask(single, key));
      Object.assign(await begun(index + 1), { status: 'failed', error_code: 'upstream_error' });
      expect((await asked).status).toBe(500);
    }
    expect(await store.spent('user:user-1', 0)).toBe(0);
    // There is room for one of them.
    const first = made(ask(single, 'a'));
    const again = await begun(3);
    // What is told again of the first try changes nothing for the second.
    await made(pageRequest('GET', `/v1/tasks/query?task_id=${await sealed('task_0')}`));
    expect(await store.spent('user:user-1', 0)).toBe(30_000);
    expect((await made(ask(single, 'b'))).status).toBe(402);
    Object.assign(again, { ...completed, task_id: again.task_id });
    expect((await first).status).toBe(200);
    expect([tasks.length, await store.spent('user:user-1', 0)]).toEqual([3, 30_000]);
  });

  it('counts against the limits as it was billed', async () => {
    const { gateway, make } = simulated();
    const price = 0.1;
    const made = make({ limits: { spend: { usd: price, perSeconds: 1e9 } } });
    const statuses = [];
    for (const key of ['a', 'b', 'c', 'd', 'e', 'f']) statuses.push((await made(ask({ ...wish, n: 1 }, key))).status);
    const spent = gateway.ledger.charges.reduce((sum, { amount }) => sum + amount, 0);
    expect(statuses).toContain(402);
    expect(spent).toBeLessThanOrEqual(price);
    gateway.dispose();
  });
});
