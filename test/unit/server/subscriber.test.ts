import { once } from 'node:events';
import { createRedisStore, type IoRedisClient, type NodeRedisClient } from 'bytespike-react/server/redis';
import { Redis } from 'ioredis';
import { createClient, createClientPool, RESP_TYPES } from 'redis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasRedis, type RedisServer, startRedis } from '../../support/redis-server.js';

describe.skipIf(!hasRedis)('a client as an app has it', () => {
  let redis: RedisServer;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());

  it.each([{}, { keyPrefix: 'app:' }, { stringNumbers: true }, { lazyConnect: true }, { enableOfflineQueue: false }, { enableOfflineQueue: false, lazyConnect: true }, { autoResubscribe: false }])(
    'of ioredis hears news and counts: %j',
    async (options) => {
      const client = new Redis(redis.url, options);
      if (options.lazyConnect) await client.connect();
      else await once(client, 'ready');
      const store = createRedisStore(client, { prefix: JSON.stringify(options) });
      let hear: (kind: string) => void = () => {};
      const heard = new Promise<string>((resolve) => {
        hear = resolve;
      });
      const stop = await store.events?.listen('ann', ({ kind }) => hear(kind));
      await store.events?.publish('ann', { taskId: 't', at: 0, settled: false, reading: {} });
      expect(await heard).toBe('event');
      stop?.();
      const reserve = (id: string) => store.reserve({ subject: 's', id, now: 0, amount: 0, inFlightUntil: 0, limits: { requests: { max: 2, perSeconds: 60 } } });
      expect([(await reserve('a')).ok, (await reserve('b')).ok, (await reserve('c')).ok]).toEqual([true, true, false]);
      client.disconnect();
    },
  );

  it('of redis is understood when the app has told it to give bytes', async () => {
    const client = await createClient({ url: redis.url, commandOptions: { typeMapping: { [RESP_TYPES.BLOB_STRING]: Buffer } } }).connect();
    const store = createRedisStore(client, { prefix: 'bytes:' });
    const reserve = (id: string) => store.reserve({ subject: 's', id, now: 0, amount: 0, inFlightUntil: 0, limits: { requests: { max: 1, perSeconds: 60 } } });
    expect([await reserve('a'), await reserve('b')]).toEqual([{ ok: true }, { ok: false, limit: 'requests', retryAfter: expect.any(Number) as number }]);
    expect(await store.begin({ key: 'k', fingerprint: 'f', owner: 'o', now: 0, leaseUntil: 9000, forgetAt: 9000, canFind: true, onlyKnown: false })).toEqual({ state: 'new' });
    client.destroy();
  });

  it.each([
    ['nothing', undefined],
    ['a client over HTTP', { eval: async () => [], publish: async () => 1 }],
    ['a pool', createClientPool({ url: 'redis://127.0.0.1:1' })],
  ])('that is %s is refused at once, and says what to give', (_, client) => {
    // As code without types hands it over.
    expect(() => createRedisStore(client as unknown as NodeRedisClient)).toThrow(/`redis` or `ioredis`/);
  });

  it('has somebody who hears its errors, so that a Redis that dies does not end the process', () => {
    const clients = [createClient({ url: redis.url }), new Redis(redis.url, { lazyConnect: true })];
    for (const client of clients) {
      createRedisStore(client as NodeRedisClient | IoRedisClient);
      expect(client.listenerCount('error')).toBeGreaterThan(0);
    }
  });
});
