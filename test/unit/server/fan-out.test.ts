import { createHmac } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Proxy, ProxyOptions, ProxyStore } from 'bytespike-react/server';
import { createRedisStore } from 'bytespike-react/server/redis';
import { Redis } from 'ioredis';
import { createClient } from 'redis';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createManualClock, type ManualClock, settle } from '../../support/manual-clock.js';
import { hasRedis, startRedis } from '../../support/redis-server.js';
import { BASE, pageRequest, sealed, submitBody, useBench } from './fixture.js';
import { sendJson } from './upstream.js';

const callbackUrl = `${BASE}/webhook`;

describe.skipIf(!hasRedis).each(['redis', 'ioredis'])('instances that share their news over %s', (name) => {
  const bench = useBench();
  let redis: Awaited<ReturnType<typeof startRedis>>;
  let prefixes = 0;
  const closing: (() => unknown)[] = [];
  let probe: Promise<ProxyStore> | undefined;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
    prefixes++;
    probe = undefined;
  });
  afterAll(() => redis.stop());

  async function openStore(clock?: ManualClock): Promise<ProxyStore> {
    const options = { prefix: `${name}:${prefixes}:`, ...(clock === undefined ? {} : { clock }) };
    if (name === 'redis') {
      const client = createClient({ url: redis.url });
      await client.connect();
      closing.push(() => client.destroy());
      return createRedisStore(client, options);
    }
    const client = new Redis(redis.url);
    closing.push(() => client.disconnect());
    return createRedisStore(client, options);
  }
  const open = async (options: Partial<ProxyOptions> = {}) => bench.proxy({ store: await openStore(), ...options });

  /** A gateway whose streams the test writes. */
  function gateway() {
    const streams = new Set<ServerResponse>();
    let opened = 0;
    bench.upstream.answer = (res, { url }) => {
      if (!url.includes('stream')) return sendJson(res, 200, { task_id: 'task_0', status: 'queued' });
      opened++;
      streams.add(res.once('close', () => streams.delete(res)));
      res.writeHead(200, { 'content-type': 'text/event-stream' });
      res.write(': hello\n\n');
    };
    return {
      opened: () => opened,
      following: () => streams.size,
      say: (reading: object) => streams.forEach((res) => res.write(`data: ${JSON.stringify({ task_id: 'task_0', ...reading })}\n\n`)),
    };
  }
  const submit = async (proxy: Proxy) => (await proxy(pageRequest('POST', '/v1/tasks/submit', { body: submitBody }))).text();

  async function listen(proxy: Proxy) {
    const { body } = await proxy(pageRequest('GET', '/v1/tasks/events'));
    const reader = (body as ReadableStream<Uint8Array>).getReader();
    const leave = () => reader.cancel().catch(() => {});
    closing.push(leave);
    let text = '';
    return {
      leave,
      /** Reads until this was heard. */
      async hears(word: string): Promise<string> {
        while (!text.includes(word)) {
          const { done, value } = await reader.read();
          if (done) throw new Error(`The stream ended without ${word}: ${text}`);
          text += new TextDecoder().decode(value);
        }
        return text;
      },
    };
  }
  const until = async (isSo: () => boolean) => {
    while (!isSo()) await settle();
  };

  it('tell on each what was submitted on another, and follow it once', async () => {
    const { opened, following, say } = gateway();
    const [one, two, three] = (await Promise.all([open(), open(), open()])) as [Proxy, Proxy, Proxy];
    const early = await listen(two);
    await submit(one);
    expect(await early.hears('"queued"')).toContain(await sealed('task_0'));
    const all = [early, await listen(one), await listen(three), await listen(three)];
    await Promise.all(all.map((each) => each.hears('"queued"')));
    await until(() => following() > 0);
    say({ status: 'running' });
    await Promise.all(all.map((each) => each.hears('"running"')));
    say({ status: 'completed', result: { video_url: 'https://cdn.example/0.mp4' } });
    await Promise.all(all.map((each) => each.hears('"completed"')));
    expect(opened()).toBe(1);
    // Who comes later hears the end, also on one that had nothing to do with it, and nothing that was before.
    const late = await listen(await open());
    expect((await late.hears('"completed"')).match(/data:/g)).toHaveLength(1);
    expect(opened()).toBe(1);
  });

  it('keep the news of users apart', async () => {
    gateway();
    const [ann, bob] = await Promise.all(['ann', 'bob'].map((userId) => open({ authorize: () => ({ userId }) })));
    const heard = await listen(bob as Proxy);
    await submit(ann as Proxy);
    await submit(bob as Proxy);
    expect((await heard.hears('data:')).match(/data:/g)).toHaveLength(1);
    expect(await heard.hears('data:')).toContain(await sealed('task_0', 'bob'));
  });

  it('hand the following on when the last listener of one leaves', async () => {
    const { opened, following, say } = gateway();
    const [one, two] = (await Promise.all([open(), open()])) as [Proxy, Proxy];
    const first = await listen(one);
    await submit(one);
    await first.hears('"queued"');
    await until(() => following() === 1);
    const second = await listen(two);
    await second.hears('"queued"');
    await first.leave();
    await until(() => opened() === 2 && following() === 1);
    say({ status: 'running' });
    expect(await second.hears('"running"')).toContain('"running"');
  });

  it('take over from one that died, and not before', async () => {
    const { opened, following, say } = gateway();
    const clocks = [createManualClock(), createManualClock()] as [ManualClock, ManualClock];
    const [one, two] = (await Promise.all(clocks.map(async (clock) => open({ clock, store: await openStore(clocks[1]) })))) as [Proxy, Proxy];
    await listen(one);
    await submit(one);
    await until(() => following() === 1);
    const second = await listen(two);
    await second.hears('"queued"');
    // Time stands still for the first, and not for the store.
    for (let seconds = 0; seconds < 9; seconds++) {
      await clocks[1].advance(1000);
      await roundTrip();
    }
    expect(opened()).toBe(1);
    for (let seconds = 0; opened() < 2; seconds++) {
      expect(seconds).toBeLessThan(5);
      await clocks[1].advance(1000);
      await roundTrip();
    }
    await until(() => following() === 2);
    say({ status: 'running' });
    await second.hears('"running"');
  });

  it('read what they missed', async () => {
    gateway();
    const store = await openStore();
    const deaf = { ...store, events: { ...(store.events as NonNullable<ProxyStore['events']>), listen: async () => () => {} } };
    const clock = createManualClock();
    const [one, two] = [await open(), bench.proxy({ store: deaf, clock })];
    const heard = await listen(two);
    await until(() => clock.pending > 0);
    await submit(one);
    const told = heard.hears('"queued"').then(() => true);
    let isTold = false;
    void told.then(() => (isTold = true));
    for (let seconds = 0; !isTold; seconds++) {
      expect(seconds).toBeLessThan(5);
      await clock.advance(1000);
      await roundTrip();
    }
  });

  it('follow each for itself while the store fails', async () => {
    const { following, say } = gateway();
    const store = await openStore();
    const down = () => Promise.reject(new Error('down'));
    const events = { publish: down, listen: down, known: down, lead: down, resign: down, ownerOf: down };
    const proxy = bench.proxy({ store: { ...store, events } });
    const heard = await listen(proxy);
    await submit(proxy);
    await until(() => following() === 1);
    say({ status: 'running' });
    expect(await heard.hears('"running"')).toContain('"running"');
  });

  it.each([
    ['signed', 0],
    ['unsigned', 1],
  ])('pass on what the webhook of one is told, %s, after %i reads', async (kind, wanted) => {
    const { following } = gateway();
    const secret = 'what the gateway signs with';
    const options = { callbackUrl, ...(kind === 'signed' ? { webhookSecret: secret } : {}) };
    const [one, two, three] = (await Promise.all([open(options), open(options), open(options)])) as [Proxy, Proxy, Proxy];
    const heard = await listen(two);
    await submit(one);
    await heard.hears('"queued"');
    await until(() => following() === 1);
    const ended = { task_id: 'task_0', status: 'completed', result_url: 'https://cdn.example/0.mp4' };
    bench.upstream.answer = (res) => sendJson(res, 200, ended);
    const body = JSON.stringify(ended);
    const headers = { 'content-type': 'application/json', 'x-bytespike-signature': createHmac('sha256', secret).update(body).digest('hex') };
    const deliver = async () => (await three(new Request(callbackUrl, { method: 'POST', headers, body }))).status;
    const reads = () => bench.upstream.requests.filter(({ url }) => url === '/v1/tasks/query').length;
    expect(await deliver()).toBe(204);
    await heard.hears('"completed"');
    // Told again, it is known to have ended.
    expect([reads(), await deliver(), reads()]).toEqual([wanted, 204, wanted]);
  });

  it('do not keep the app from ending: with the last listener the second connection goes', async () => {
    const store = await openStore();
    const watcher = createClient({ url: redis.url });
    await watcher.connect();
    closing.push(() => watcher.destroy());
    const subscribed = async () => (await watcher.sendCommand(['PUBSUB', 'CHANNELS']) as string[]).length;
    const heard = await listen(bench.proxy({ store }));
    while ((await subscribed()) === 0) await settle();
    await heard.leave();
    while ((await subscribed()) > 0) await settle();
    expect((await watcher.sendCommand(['CLIENT', 'LIST', 'TYPE', 'pubsub'])) as string).toBe('');
  });

  /** To Redis and back: what was on its way has arrived by then. */
  async function roundTrip(): Promise<void> {
    probe ??= openStore();
    for (let trip = 0; trip < 3; trip++) await (await probe).spent('nobody', 0);
    await settle();
  }
});
