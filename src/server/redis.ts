import type { Clock } from '../core/base/clock.js';
import { invalidConfig } from './base/invalid-config.js';
import { bookKeys, RESERVE, SETTLE, SPENT } from './store/redis-books.js';
import { asTexts, type IoRedisClient, isIoRedis, isRedisClient, type NodeRedisClient } from './store/redis-client.js';
import { redisConcerns } from './store/redis-concerns.js';
import { createRedisEvents } from './store/redis-events.js';
import { BEGIN, END, LINK, LINKED, RENEW, SETTINGS } from './store/redis-scripts.js';
import { countedMs, SOON_MS } from './store/reservations.js';
import type { Keeping, KeptAnswer, ProxyStore, TaskLink, Verdict } from './store/store.js';

export type { IoRedisClient, NodeRedisClient } from './store/redis-client.js';

export interface RedisStoreOptions {
  /** Before each key, so that one Redis can serve several apps. @default 'bytespike:' */
  prefix?: string;
  /** Time, for tests. @default Redis's own, so that the clocks of instances need not agree */
  clock?: Clock;
}

/**
 * Limits, reservations, kept answers and news of tasks that all instances of a proxy share, in one
 * Redis (5 or newer) or a cluster. Give each instance the same `secret` too, so that each knows the
 * others' tasks. A kept answer holds its pictures: some megabytes each, for a day. What a Redis has to
 * keep, and what happens when it does not: docs/proxy.md, "Several instances".
 * @throws BytespikeError `invalid_config` for what is no such client
 *
 * @example
 * const redis = createClient({ url }).on('error', console.error);
 * await redis.connect();
 * createProxy({ store: createRedisStore(redis), … })
 */
export function createRedisStore(client: NodeRedisClient | IoRedisClient, { prefix = 'bytespike:', clock }: RedisStoreOptions = {}): ProxyStore {
  if (!isRedisClient(client)) {
    throw invalidConfig(
      'store',
      'createRedisStore cannot use this as its client: give it one of `redis` or `ioredis`, or of their clusters. A pool, and a client that asks over HTTP, cannot hear the news of other instances.',
    );
  }
  // Of a connection that comes back by itself. Unheard, one would end the app's process.
  client.on('error', () => {});
  const evaluate = async (script: string, keys: string[], args: (string | number)[]) => {
    const texts = args.map(String);
    return asTexts(await (isIoRedis(client) ? client.eval(script, keys.length, ...keys, ...texts) : client.eval(script, { keys, arguments: texts })));
  };
  const run = (script: string, key: string, ...args: (string | number)[]) => evaluate(script, [prefix + key], args);
  const book = (script: string, subject: string, ...args: (string | number)[]) => evaluate(script, bookKeys(prefix, subject), [now(), ...args]);
  const now = () => clock?.wallNow() ?? '';

  return {
    lasting: true,
    events: createRedisEvents(client, run, { prefix, now }),
    concerns: async () => redisConcerns(listOf(await run(SETTINGS, 'settings'))),
    async reserve({ subject, id, now: asked, amount, inFlightUntil, limits }) {
      const { requests, tasksInFlight, spend } = limits;
      const [limit, retryAfter] = listOf(
        await book(
          RESERVE,
          subject,
          ...[id, amount, inFlightUntil > 0 ? inFlightUntil - asked : 0, countedMs(limits)],
          ...[requests?.max ?? -1, (requests?.perSeconds ?? 0) * 1000, tasksInFlight ?? -1],
          ...[spend === undefined ? -1 : Math.round(spend.usd * 1e6), (spend?.perSeconds ?? 0) * 1000],
        ),
      );
      if (limit === 'ok') return { ok: true };
      const after = Number(retryAfter);
      return { ok: false, limit: limit as (Verdict & { ok: false })['limit'], retryAfter: after < 0 ? SOON_MS : after };
    },
    async settle({ subject, id }, outcome = 'kept') {
      await book(SETTLE, subject, id, outcome);
    },
    async spent(subject, since, asked) {
      return Number(await book(SPENT, subject, ...(asked === undefined ? ['', since] : [asked - since, ''])));
    },
    async link(taskId, link, asked, expiresAt) {
      return JSON.parse(textOf(await run(LINK, `task:${taskId}`, JSON.stringify(link), expiresAt - asked))) as TaskLink;
    },
    async linked(taskId) {
      const found = await run(LINKED, `task:${taskId}`);
      return found === null ? undefined : (JSON.parse(textOf(found)) as TaskLink);
    },
    async begin({ key, fingerprint, owner, now: asked, leaseUntil, forgetAt, canFind, onlyKnown }) {
      const times = [now(), leaseUntil - asked, forgetAt - asked];
      const [state, detail] = listOf(await run(BEGIN, `answer:${key}`, fingerprint, owner, ...times, canFind ? 1 : 0, onlyKnown ? 1 : 0));
      if (state === 'done') return { state, answer: JSON.parse(textOf(detail)) as KeptAnswer };
      if (state === 'abandoned') return { state, first: textOf(detail) };
      return { state: state as Exclude<Keeping['state'], 'done' | 'abandoned'> };
    },
    async renew(key, owner, leaseUntil, canFind, asked = Date.now()) {
      return Number(await run(RENEW, `answer:${key}`, owner, now(), leaseUntil - asked, canFind ? 1 : 0)) === 1;
    },
    async end(key, owner, end) {
      await run(END, `answer:${key}`, owner, typeof end === 'string' ? end : JSON.stringify(end));
    },
  };
}

function textOf(answer: unknown): string {
  if (typeof answer === 'string') return answer;
  throw new Error('Redis answered with something that is no text.');
}

function listOf(answer: unknown): unknown[] {
  if (Array.isArray(answer)) return answer;
  throw new Error('Redis answered with something that is no list.');
}
