import { createHmac } from 'node:crypto';
import { createMemoryStore, type ProxyOptions } from 'bytespike-react/server';
import { describe, expect, it } from 'vitest';
import { BASE, pageRequest, sealed, submitBody, useBench } from './fixture.js';
import { sendJson } from './upstream.js';

const secret = 'what the gateway signs with';
const callbackUrl = `${BASE}/webhook`;
const ended = { task_id: 'task_0', status: 'completed', result_url: 'https://cdn.example/0.mp4' };

describe('what the gateway tells of ends', () => {
  const bench = useBench();

  function deliver(body: object | string, signedWith: string | null = secret): Request {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const headers = new Headers({ 'content-type': 'application/json' });
    if (signedWith !== null) headers.set('x-bytespike-signature', createHmac('sha256', signedWith).update(text).digest('hex'));
    return new Request(callbackUrl, { method: 'POST', headers, body: text });
  }

  /** A proxy with one task, and what its user hears of it. */
  async function start(options: Partial<ProxyOptions> = { webhookSecret: secret }) {
    bench.upstream.answer = (res, { url }) => {
      if (!url.includes('stream')) return sendJson(res, 200, { task_id: 'task_0', status: 'queued' });
      res.writeHead(200, { 'content-type': 'text/event-stream' });
      res.write(':\n\n');
    };
    const proxy = bench.proxy({ callbackUrl, limits: { tasksInFlight: 1 }, ...options });
    const submit = () => proxy(pageRequest('POST', '/v1/tasks/submit', { body: submitBody }));
    await (await submit()).text();
    const heard = async () => {
      const stream = await proxy(pageRequest('GET', '/v1/tasks/events'));
      const reader = (stream.body as ReadableStream<Uint8Array>).getReader();
      const text = new TextDecoder().decode((await reader.read()).value);
      await reader.cancel();
      return text;
    };
    return { proxy, submit, heard };
  }

  it('is asked for by each submit, and by nobody else', async () => {
    await start();
    expect(JSON.parse(String(bench.upstream.requests[0]?.body))).toMatchObject({ callback_url: callbackUrl });
    const body = JSON.stringify({ model: 'veo-3.1-fast', prompt: 'p', callback_url: 'https://evil.example' });
    await bench.proxy()(pageRequest('POST', '/v1/tasks/submit', { body }));
    expect(String(bench.upstream.requests.at(-1)?.body)).not.toContain('callback_url');
  });

  it('is believed when it is signed: the user hears of it, and the task is over', async () => {
    const { proxy, submit, heard } = await start();
    expect((await submit()).status).toBe(429);
    const before = bench.upstream.requests.length;
    expect((await proxy(deliver(ended))).status).toBe(204);
    expect(await heard()).toContain(`"task_id":"${await sealed('task_0')}","status":"completed"`);
    expect(bench.upstream.requests).toHaveLength(before);
    expect((await submit()).status).toBe(200);
  });

  it.each<[string, () => Request]>([
    ['not signed', () => deliver(ended, null)],
    ['signed with another secret', () => deliver(ended, 'another')],
    ['changed after it was signed', () => new Request(deliver(ended), { body: JSON.stringify({ ...ended, credits: 0 }), method: 'POST' })],
  ])('is refused when it is %s', async (_, make) => {
    const { proxy, heard, submit } = await start();
    expect((await proxy(make())).status).toBe(401);
    expect(await heard()).toContain('"queued"');
    expect((await submit()).status).toBe(429);
  });

  it('changes nothing when it is repeated, or comes late', async () => {
    const { proxy, heard } = await start();
    for (const body of [ended, ended, { task_id: 'task_0', status: 'running' }, { task_id: 'task_0', status: 'failed' }]) {
      expect((await proxy(deliver(body))).status).toBe(204);
    }
    const text = await heard();
    expect(text.match(/data:/g)).toHaveLength(1);
    expect(text).toContain('"completed"');
  });

  it('gives no money back for an end that comes after the task was completed', async () => {
    const { proxy, submit } = await start({ webhookSecret: secret, limits: { spend: { usd: 1, perSeconds: 3600 } }, expose: { balance: 'budget' } });
    const left = async () => ((await (await proxy(pageRequest('GET', '/v1/balance'))).json()) as { available_usd: number }).available_usd;
    await submit();
    const reserved = await left();
    for (const [body, expected] of [
      [ended, reserved],
      [{ task_id: 'task_0', status: 'failed' }, reserved],
      [{ ...ended, credits: 0.3 }, 0.7],
      [{ task_id: 'task_0', status: 'cancelled', credits_used: 0.1 }, 0.7],
      [{ ...ended, credits: 0.2 }, 0.7],
    ] as const) {
      await proxy(deliver(body));
      expect(await left()).toBeCloseTo(expected);
    }
  });

  it('is to come again when it could not be booked', async () => {
    const down = () => Promise.reject(new Error('down'));
    const store = { ...createMemoryStore(), linked: down };
    const { proxy } = await start({ webhookSecret: secret, store });
    expect((await proxy(deliver(ended))).status).toBe(503);
  });

  it('without a secret is only a hint: the task is read, and an unknown one is left alone', async () => {
    const { proxy, heard } = await start({});
    const reads = () => bench.upstream.requests.filter(({ url }) => url === '/v1/tasks/query').length;
    await proxy(deliver({ ...ended, task_id: 'task_9' }, null));
    expect(reads()).toBe(0);
    await proxy(deliver(ended, null));
    expect(reads()).toBe(1);
    expect(await heard()).toContain('"queued"');
    bench.upstream.answer = (res) => sendJson(res, 200, ended);
    await proxy(deliver({ task_id: 'task_0', status: 'failed' }, null));
    expect(await heard()).toContain('"completed"');
    await proxy(deliver(ended, null));
    expect(reads()).toBe(2);
  });

  it.each(['', '[]', '{}', '{"task_id":"../x"}', '{"task_id":7}', 'x'.repeat(1024 * 1024 + 1)])('is refused when it is no reading of a task', async (body) => {
    const { proxy } = await start();
    expect([400, 413]).toContain((await proxy(deliver(body))).status);
  });

  it('has no address until it is asked for, and only by POST', async () => {
    const { proxy } = await start();
    expect((await bench.proxy()(deliver(ended))).status).toBe(404);
    expect((await proxy(new Request(callbackUrl, { headers: { 'sec-fetch-site': 'same-origin' } }))).status).toBe(404);
  });

  it.each([{ callbackUrl: 'http://app.example/webhook' }, { callbackUrl: '/webhook' }, { webhookSecret: '' }])('refuses %j when the server starts', (options) => {
    expect(() => bench.proxy(options)).toThrow('createProxy takes as');
  });
});
