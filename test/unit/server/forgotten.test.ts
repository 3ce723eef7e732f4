import { createClient } from 'redis';
import { describe, expect, it, onTestFinished } from 'vitest';
import { hasRedis, startRedis } from '../../support/redis-server.js';
import { connectRedis } from '../../support/store-kinds.js';
import { pageRequest, useBench } from './fixture.js';
import { sendJson } from './upstream.js';

// docs/proxy.md, "Several instances": a Redis that restarts empty, or evicts keys.
describe.skipIf(!hasRedis).each(['redis', 'ioredis'] as const)('after a Redis that forgot, by %s', (kind) => {
  const bench = useBench();

  async function forgetfulProxy() {
    const redis = await startRedis();
    const connection = await connectRedis(kind, redis.url);
    const admin = await createClient({ url: redis.url }).connect();
    onTestFinished(async () => {
      admin.destroy();
      await connection.close();
      await redis.stop();
    });
    let made = 0;
    bench.upstream.answer = (res) => sendJson(res, 200, { data: [{ url: `https://cdn.example/${made++}.png` }] });
    return { proxy: bench.proxy({ store: connection.store() }), forget: () => admin.flushAll(), made: () => made };
  }

  function edit(headers: Record<string, string> = {}): Request {
    const body = new FormData();
    body.set('model', 'gpt-image-2');
    body.set('prompt', 'the same at dusk');
    body.set('image', new File([Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])], 'a.png', { type: 'image/png' }));
    return pageRequest('POST', '/v1/images/edits', { body, headers: { 'idempotency-key': 'wish', ...headers } });
  }

  it('an edit that is asked for again under its key is made again, once', async () => {
    const { proxy, forget, made } = await forgetfulProxy();
    const first = await (await proxy(edit())).text();
    expect(await (await proxy(edit())).text()).toBe(first);
    expect(made()).toBe(1);
    await forget();
    const again = await proxy(edit());
    expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([200, null]);
    const second = await again.text();
    expect(second).not.toBe(first);
    expect(await (await proxy(edit())).text()).toBe(second);
    expect(made()).toBe(2);
  });

  it('an edit of which only what is known is wanted is not made, and said to be unknown', async () => {
    const { proxy, forget, made } = await forgetfulProxy();
    await (await proxy(edit())).text();
    await forget();
    const only = await proxy(edit({ 'x-bytespike-replay': 'only' }));
    expect([only.status, only.headers.get('x-bytespike-outcome')]).toEqual([404, 'unknown']);
    expect(made()).toBe(1);
    // It left no mark: who then asks in earnest gets one.
    expect((await proxy(edit())).status).toBe(200);
    expect(made()).toBe(2);
  });
});
