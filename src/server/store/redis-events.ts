import type { IoRedisClient, NodeRedisClient } from './redis-client.js';
import { EVENTS, LEAD, LINKED, OWN, PUBLISH, RESIGN } from './redis-scripts.js';
import { createSubscriber } from './redis-subscriber.js';
import type { SharedEvent, SharedEvents } from './store.js';

type Run = (script: string, key: string, ...args: (string | number)[]) => Promise<unknown>;

interface RedisEventsOptions {
  prefix: string;
  /** Milliseconds since the epoch; an empty text for Redis's own. */
  now: () => number | string;
}

/** Ended tasks are told to one who comes back within this time. */
const REMEMBERED_MS = 10 * 60_000;
/** The gateway forgets a task's result after a day. */
const KEPT_MS = 24 * 60 * 60_000;

/** The part of a store that tells instances of each other's news. */
export function createRedisEvents(client: NodeRedisClient | IoRedisClient, run: Run, { prefix, now }: RedisEventsOptions): SharedEvents {
  const subscriber = createSubscriber(client);
  const keyOf = (userId: string) => `events:${userId}`;
  const channelOf = (userId: string) => prefix + keyOf(userId);

  return {
    async publish(userId, event) {
      const { taskId, settled } = event;
      await run(OWN, `owner:${taskId}`, userId, KEPT_MS);
      await run(PUBLISH, keyOf(userId), taskId, now(), settled ? 1 : 0, JSON.stringify(event), KEPT_MS, REMEMBERED_MS, channelOf(userId));
    },
    listen: (userId, listener) =>
      subscriber.listen(channelOf(userId), (message) => {
        const space = message.indexOf(' ');
        if (space < 0) listener({ kind: 'resigned' });
        else listener({ kind: 'event', count: Number(message.slice(0, space)), event: JSON.parse(message.slice(space + 1)) as SharedEvent });
      }),
    async known(userId) {
      const [count, ...events] = (await run(EVENTS, keyOf(userId))) as unknown[];
      return { count: Number(count), events: events.map((text) => JSON.parse(String(text)) as SharedEvent) };
    },
    async lead(userId, owner, asked, until) {
      const [leads, count] = (await run(LEAD, keyOf(userId), owner, now(), until - asked, KEPT_MS)) as unknown[];
      return { leads: Number(leads) === 1, count: Number(count) };
    },
    async resign(userId, owner) {
      await run(RESIGN, keyOf(userId), owner, channelOf(userId));
    },
    async ownerOf(taskId) {
      const found = await run(LINKED, `owner:${taskId}`);
      return typeof found === 'string' ? found : undefined;
    },
  };
}
