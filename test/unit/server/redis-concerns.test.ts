import { describe, expect, it } from 'vitest';
import { connectRedis } from '../../support/store-kinds.js';
import { hasRedis, startRedis } from '../../support/redis-server.js';
import { redisConcerns } from '../../../src/server/store/redis-concerns.js';
import { useBench } from './fixture.js';

describe('how a Redis is set up', () => {
  const bench = useBench();

  it.skipIf(!hasRedis).each([
    [['--appendonly', 'yes'], []],
    [[], ['appendonly']],
    [['--maxmemory', '8mb', '--maxmemory-policy', 'allkeys-lru', '--appendonly', 'yes'], ['maxmemory-policy']],
    [['--maxmemory-policy', 'volatile-ttl'], ['maxmemory-policy', 'appendonly']],
  ])('is said in the log when the proxy starts: %j', async (settings, named) => {
    const server = await startRedis(...settings);
    const client = await connectRedis('ioredis', server.url);
    const store = client.store();
    let told: Promise<unknown> = Promise.resolve();
    const concerns = () => {
      const answer = store.concerns?.() ?? Promise.resolve([]);
      told = answer;
      return answer;
    };
    bench.proxy({ store: { ...store, concerns } });
    await told;
    await Promise.resolve();
    expect(bench.logged.map((line) => /Set (maxmemory-policy|appendonly)/.exec(String(line))?.[1])).toEqual(named);
    await client.close();
    await server.stop();
  });

  it('is not guessed where Redis does not say it', () => {
    expect(redisConcerns(['', null]).map(({ level }) => level)).toEqual(['info']);
  });

  it('is passed over while the store fails, and that is said', async () => {
    const server = { concerns: () => Promise.reject(new Error('redis://user:password@host')) };
    const fail = () => Promise.reject(new Error('down'));
    bench.proxy({ store: { ...server, reserve: fail, settle: fail, spent: fail, link: fail, linked: fail, begin: fail, renew: fail, end: fail } });
    await new Promise(setImmediate);
    expect(bench.logged).toHaveLength(1);
    expect(String(bench.logged)).not.toContain('password');
  });
});
