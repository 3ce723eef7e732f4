import { type IoRedisClient, isIoRedis, type NodeRedisClient } from './redis-client.js';
import { createRedisEvents } from './redis-events.js';
import { BEGIN, END, LINK, LINKED, RENEW, RESERVE, SETTLE, SPENT } from './redis-scripts.js';
import { forgetAt, SOON_MS } from './reservations.js';
import type { Keeping, KeptAnswer, ProxyStore, TaskLink, Verdict } from './store.js';

export type { IoRedisClient, NodeRedisClient } from './redis-client.js';

export interface RedisStoreOptions {
  /** Before each key, so that one Redis can serve several apps. @default 'bytespike:' */
  prefix?: string;
}

/**
 * Limits, reservations, kept answers and news of tasks that all instances of a proxy share. Give each instance the
 * same `secret` too, so that each knows the others' tasks. The instances' clocks must agree to within
 * a second or so. A kept answer holds its pictures: some megabytes each, for a day.
 *
 * @example createProxy({ store: createRedisStore(await createClient({ url }).connect()), … })
 */
export function createRedisStore(client: NodeRedisClient | IoRedisClient, { prefix = 'bytespike:' }: RedisStoreOptions = {}): ProxyStore {
  const run = (script: string, key: string, ...args: (string | number)[]) => evaluate(client, script, prefix + key, args.map(String));

  return {
    lasting: true,
    events: createRedisEvents(client, run, prefix),
    async reserve({ subject, id, now, amount, inFlightUntil, limits }) {
      const { requests, tasksInFlight, spend } = limits;
      const [limit, retryAfter] = listOf(
        await run(
          RESERVE,
          `limits:${subject}`,
          ...[id, now, amount, inFlightUntil, forgetAt(now, inFlightUntil, limits)],
          ...[requests?.max ?? -1, (requests?.perSeconds ?? 0) * 1000, tasksInFlight ?? -1],
          ...[spend === undefined ? -1 : Math.round(spend.usd * 1e6), (spend?.perSeconds ?? 0) * 1000],
          forgetAt(now, 0, limits),
        ),
      );
      if (limit === 'ok') return { ok: true };
      const after = Number(retryAfter);
      return { ok: false, limit: limit as (Verdict & { ok: false })['limit'], retryAfter: after < 0 ? SOON_MS : after };
    },
    async settle({ subject, id }, amount) {
      await run(SETTLE, `limits:${subject}`, id, amount ?? '');
    },
    async spent(subject, since) {
      return Number(await run(SPENT, `limits:${subject}`, since));
    },
    async link(taskId, link, now, expiresAt) {
      return JSON.parse(textOf(await run(LINK, `task:${taskId}`, JSON.stringify(link), expiresAt - now))) as TaskLink;
    },
    async linked(taskId) {
      const found = await run(LINKED, `task:${taskId}`);
      return found === null ? undefined : (JSON.parse(textOf(found)) as TaskLink);
    },
    async begin({ key, fingerprint, owner, now, leaseUntil, forgetAt: until, canFind, onlyKnown }) {
      const [state, detail] = listOf(
        await run(BEGIN, `answer:${key}`, fingerprint, owner, now, leaseUntil, until - now, canFind ? 1 : 0, onlyKnown ? 1 : 0),
      );
      if (state === 'done') return { state, answer: JSON.parse(textOf(detail)) as KeptAnswer };
      if (state === 'abandoned') return { state, first: textOf(detail) };
      return { state: state as Exclude<Keeping['state'], 'done' | 'abandoned'> };
    },
    async renew(key, owner, leaseUntil, canFind) {
      return Number(await run(RENEW, `answer:${key}`, owner, leaseUntil, canFind ? 1 : 0)) === 1;
    },
    async end(key, owner, end) {
      await run(END, `answer:${key}`, owner, typeof end === 'string' ? end : JSON.stringify(end));
    },
  };
}

function evaluate(client: NodeRedisClient | IoRedisClient, script: string, key: string, args: string[]): Promise<unknown> {
  return isIoRedis(client) ? client.eval(script, 1, key, ...args) : client.eval(script, { keys: [key], arguments: args });
}

function textOf(answer: unknown): string {
  if (typeof answer === 'string') return answer;
  throw new Error('Redis answered with something that is no text.');
}

function listOf(answer: unknown): unknown[] {
  if (Array.isArray(answer)) return answer;
  throw new Error('Redis answered with something that is no list.');
}
