import { createProxy, type Proxy, type ProxyOptions } from 'bytespike-react/server';
import { describe, expect, it } from 'vitest';
import { CANARY, errorOf, outName, pageRequest, SECRET, sealed, submitBody, useBench } from './fixture.js';
import { sendJson } from './upstream.js';

const TASK = 'task_0123456789';

describe('whose task it is', () => {
  const bench = useBench();
  const as = (userId: string, options: Partial<ProxyOptions> = {}) => bench.proxy({ authorize: () => ({ userId }), ...options });

  async function submit(proxy: Proxy): Promise<{ task_id: string; out_task_id: string }> {
    bench.upstream.answer = (res, { body }) => sendJson(res, 200, { ...(JSON.parse(String(body)) as object), task_id: TASK, status: 'queued' });
    const response = await proxy(pageRequest('POST', '/v1/tasks/submit', { body: submitBody }));
    bench.upstream.answer = (res) => sendJson(res, 200, { task_id: TASK, status: 'running' });
    return response.json() as Promise<{ task_id: string; out_task_id: string }>;
  }

  const operations: [string, (id: string) => Request][] = [
    ['query', (id) => pageRequest('POST', '/v1/tasks/query', { body: JSON.stringify({ task_id: id }) })],
    ['query by GET', (id) => pageRequest('GET', `/v1/tasks/query?task_id=${id}`)],
    ['stream', (id) => pageRequest('GET', `/v1/tasks/stream/${id}`)],
    ['cancel', (id) => pageRequest('POST', `/v1/tasks/cancel/${id}`)],
    ['cancel by body', (id) => pageRequest('POST', '/v1/tasks/cancel', { body: JSON.stringify({ task_id: id }) })],
  ];

  it.each(operations)('%s is for the user who submitted, and for another there is no such task', async (_, operation) => {
    const { task_id } = await submit(as('ann'));
    bench.upstream.requests.length = 0;
    expect((await as('ann')(operation(task_id))).status).toBe(200);
    expect(bench.upstream.requests).toHaveLength(1);
    for (const id of [task_id, TASK, await sealed(TASK, 'ann', SECRET.toUpperCase())]) {
      const refused = await as('bob')(operation(id));
      expect([refused.status, (await errorOf(refused)).code]).toEqual([404, 'task_not_found']);
    }
    expect(bench.upstream.requests).toHaveLength(1);
  });

  it('lets two users choose one key, and each find the own task by it', async () => {
    for (const user of ['ann', 'bob']) {
      expect((await submit(as(user))).out_task_id).toBe('bs_1');
      await as(user)(pageRequest('GET', '/v1/tasks/query?out_task_id=bs_1'));
      await as(user)(pageRequest('POST', '/v1/tasks/query', { body: '{"out_task_id":"bs_1"}' }));
      await as(user)(pageRequest('POST', '/v1/tasks/cancel', { body: '{"out_task_id":"bs_1"}' }));
      const name = await outName('bs_1', user);
      const sent = bench.upstream.requests.splice(0).map(({ url, body }) => decodeURIComponent(url) + String(body));
      expect(sent.filter((text) => text.includes(name))).toHaveLength(4);
    }
    expect(await outName('bs_1', 'ann')).not.toBe(await outName('bs_1', 'bob'));
  });

  it('names the first twenty tasks of an answer, and leaves the names of more out', async () => {
    const proxy = as('ann');
    const { task_id } = await submit(proxy);
    const related = Array.from({ length: 25 }, (_, index) => ({ task_id: `${TASK}_${index}` }));
    bench.upstream.answer = (res) => sendJson(res, 200, { task_id: TASK, status: 'running', related });
    const shown = (await (await proxy(pageRequest('GET', `/v1/tasks/query?task_id=${task_id}`))).json()) as { related: { task_id?: string }[] };
    // The task that was asked for is one of them.
    const own = await Promise.all(related.slice(0, 19).map((named) => sealed(named.task_id, 'ann')));
    expect(shown.related.map((named) => named.task_id)).toEqual([...own, ...Array(6).fill(undefined)]);
  });

  it("gives no name of the gateway's away, in bodies, events and refusals", async () => {
    const proxy = as('ann');
    const { task_id } = await submit(proxy);
    const reading = { task_id: TASK, out_task_id: await outName('bs_1', 'ann'), status: 'running', related: [{ task_id: TASK }] };
    const known = { task_id, out_task_id: 'bs_1', status: 'running', related: [{ task_id }] };
    bench.upstream.answer = (res) => sendJson(res, 200, reading);
    expect(await (await proxy(pageRequest('GET', `/v1/tasks/query?task_id=${task_id}`))).json()).toEqual(known);
    bench.upstream.answer = (res) => {
      res.writeHead(200, { 'content-type': 'text/event-stream' });
      res.end(`: beat\n\nevent: state\nid: 7\ndata: ${JSON.stringify(reading, null, 1).replaceAll('\n', '\ndata: ')}\n\ndata: no json ${TASK}\n\n`);
    };
    const events = await (await proxy(pageRequest('GET', `/v1/tasks/stream/${task_id}`))).text();
    expect(events).toBe(`:\n\nid: 7\nevent: state\ndata: ${JSON.stringify(known)}\n\n`);
    bench.upstream.answer = (res) => sendJson(res, 404, { error: { code: 'task_not_found', message: `No task ${TASK}.` } });
    const refused = await proxy(pageRequest('POST', `/v1/tasks/cancel/${task_id}`));
    expect((await errorOf(refused)).message).toBe(`No task ${task_id}.`);
  });

  it("leaves out a key that is another user's", async () => {
    const { task_id } = await submit(as('ann'));
    const foreign = await outName('bs_1', 'bob');
    bench.upstream.answer = (res) => sendJson(res, 200, { task_id: TASK, out_task_id: foreign, status: 'running' });
    expect(await (await as('ann')(pageRequest('GET', `/v1/tasks/query?task_id=${task_id}`))).json()).toEqual({ task_id, status: 'running' });
  });

  it('believes older secrets for as long as they are listed', async () => {
    const newer = 'another secret, also long enough to be one';
    const { task_id } = await submit(as('ann'));
    const read = async (secret: string | string[]) => (await as('ann', { secret })(pageRequest('GET', `/v1/tasks/query?task_id=${task_id}`))).status;
    expect([await read([newer, SECRET]), await read(newer)]).toEqual([200, 404]);
    expect((await submit(as('ann', { secret: [newer, SECRET] }))).task_id).toBe(await sealed(TASK, 'ann', newer));
  });

  it('needs no secret when there is one key: instances and restarts agree', async () => {
    const instance = () => createProxy({ apiKey: CANARY, authorize: () => ({ userId: 'ann' }), baseUrl: bench.upstream.url });
    const { task_id } = await submit(instance());
    expect((await instance()(pageRequest('GET', `/v1/tasks/query?task_id=${task_id}`))).status).toBe(200);
  });

  it('warns when it has to sign by chance, since a restart then forgets', async () => {
    const warnings: string[] = [];
    const log = (message: string) => void warnings.push(message);
    const instance = () =>
      createProxy({ keyFor: () => CANARY, authorize: () => ({ userId: 'ann' }), baseUrl: bench.upstream.url, logger: { info() {}, error() {}, warn: log } });
    const first = instance();
    const { task_id } = await submit(first);
    expect((await first(pageRequest('GET', `/v1/tasks/query?task_id=${task_id}`))).status).toBe(200);
    expect((await instance()(pageRequest('GET', `/v1/tasks/query?task_id=${task_id}`))).status).toBe(404);
    expect(warnings.filter((text) => text.includes('`secret`'))).toHaveLength(2);
  });

  it('reads a task with the key of its model, where keys differ', async () => {
    const keyFor = (model: string | undefined) => `sk-group-of-${model ?? 'nobody'}`;
    const proxy = as('ann', { keyFor });
    const { task_id } = await submit(proxy);
    await proxy(pageRequest('POST', `/v1/tasks/cancel/${task_id}`));
    expect(bench.upstream.requests.map(({ headers }) => headers.authorization)).toEqual(Array(2).fill('Bearer sk-group-of-veo-3.1-fast'));
  });
});
