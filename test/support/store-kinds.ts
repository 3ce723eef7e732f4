import { createMemoryStore, type ProxyStore } from 'bytespike-react/server';
import { createRedisStore, type RedisStoreOptions } from 'bytespike-react/server/redis';
import { Cluster, Redis } from 'ioredis';
import { createCluster } from 'redis';
import type { Clock } from '../../src/core/base/clock.js';
import { hasRedis, redisClient, type RedisServer, startRedis, startRedisCluster } from './redis-server.js';

/** Every store that there is, and every client and kind of server that it runs on. */
export const STORE_KINDS = hasRedis ? (['memory', 'redis', 'ioredis', 'redis cluster', 'ioredis cluster'] as const) : (['memory'] as const);
export type StoreKind = 'memory' | 'redis' | 'ioredis' | 'redis cluster' | 'ioredis cluster';

export interface StoreKit {
  /** Stores of as many instances, over one set of data that nobody had before. By the store's own clock, unless there is another. */
  open(count: number, clock?: Clock): Promise<ProxyStore[]>;
  stop(): Promise<void>;
}

let prefixes = 0;

/** A connected client of this kind, with which the app does nothing else. */
export async function connectRedis(kind: 'redis' | 'ioredis', url: string): Promise<{ store(options?: RedisStoreOptions): ProxyStore; close(): unknown }> {
  if (kind === 'redis') {
    const client = redisClient(url).on('error', () => {});
    await client.connect();
    return { store: (options) => createRedisStore(client, options), close: () => client.destroy() };
  }
  const client = new Redis(url);
  client.on('error', () => {});
  await new Promise((resolve) => client.once('ready', resolve));
  return { store: (options) => createRedisStore(client, options), close: () => client.disconnect() };
}

export async function startStoreKit(kind: StoreKind): Promise<StoreKit> {
  if (kind === 'memory') {
    return {
      async open(count, clock) {
        const only = createMemoryStore(clock === undefined ? {} : { clock });
        return Array.from({ length: count }, () => only);
      },
      stop: async () => {},
    };
  }
  const closing: (() => unknown)[] = [];
  const server = kind.endsWith('cluster') ? await startRedisCluster() : await startRedis();
  const connect = async (options: RedisStoreOptions): Promise<ProxyStore> => {
    if ('url' in server) {
      const { store, close } = await connectRedis(kind === 'redis' ? 'redis' : 'ioredis', (server as RedisServer).url);
      closing.push(close);
      return store(options);
    }
    const { ports } = server as { ports: number[] };
    if (kind === 'ioredis cluster') {
      const client = new Cluster(ports.map((port) => ({ host: '127.0.0.1', port })));
      await new Promise((resolve) => client.once('ready', resolve));
      closing.push(() => client.disconnect());
      return createRedisStore(client, options);
    }
    const client = createCluster({ rootNodes: ports.map((port) => ({ url: `redis://127.0.0.1:${port}` })) });
    await client.connect();
    closing.push(() => client.destroy());
    return createRedisStore(client, options);
  };
  return {
    open(count, clock) {
      const options = { prefix: `test:${prefixes++}:`, ...(clock === undefined ? {} : { clock }) };
      return Promise.all(Array.from({ length: count }, () => connect(options)));
    },
    async stop() {
      for (const close of closing) await close();
      await server.stop();
    },
  };
}
