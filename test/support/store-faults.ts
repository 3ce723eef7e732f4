import { createProxy, type ProxyStore } from 'bytespike-react/server';
import { createSimulatedGateway } from 'bytespike-react/testing';
import { createFastClock } from './fast-clock.js';
import { redisClient, type RedisServer, startRedis } from './redis-server.js';
import { connectRedis } from './store-kinds.js';

/** How a Redis goes wrong, and comes back. */
export interface StoreFault {
  settings?: string[];
  begin(redis: RedisServer): unknown;
  end(redis: RedisServer): unknown;
  /** Limits start anew, and a synchronous image may be made again: what the docs promise of such a Redis. */
  forgets?: true;
}

const KEEPING = ['--appendonly', 'yes', '--appendfsync', 'always'];
const command = async (redis: RedisServer, ...words: string[]) => {
  const client = await redisClient(redis.url).connect();
  await client.sendCommand(words);
  client.destroy();
};

export const STORE_FAULTS: Record<string, StoreFault> = {
  killed: { settings: KEEPING, begin: (redis) => redis.kill(), end: (redis) => redis.restart() },
  frozen: { settings: KEEPING, begin: (redis) => redis.freeze(), end: (redis) => redis.thaw() },
  full: { settings: KEEPING, begin: (redis) => command(redis, 'CONFIG', 'SET', 'maxmemory', '1'), end: (redis) => command(redis, 'CONFIG', 'SET', 'maxmemory', '0') },
  'restarted with its file': { settings: KEEPING, begin: (redis) => redis.restart(), end: () => {} },
  'restarted empty': { begin: (redis) => redis.restart(), end: () => {}, forgets: true },
  evicting: {
    settings: ['--maxmemory-policy', 'allkeys-random'],
    begin: (redis) => command(redis, 'CONFIG', 'SET', 'maxmemory', '1'),
    end: (redis) => command(redis, 'CONFIG', 'SET', 'maxmemory', '0'),
    forgets: true,
  },
  skewed: { begin: () => {}, end: () => {} },
};

export const WISHES = ['submit', 'image', 'edit'] as const;
/** Where the wish stands when the store goes wrong: not sent, at the gateway, answered by it, being followed. */
export const MOMENTS = ['before', 'on its way', 'accepted', 'followed'] as const;

export interface FaultCase {
  wish: (typeof WISHES)[number];
  moment: (typeof MOMENTS)[number];
  fault: string;
  client: 'redis' | 'ioredis';
}

/** Each fault at each step of each wish. An edit is answered at once: nothing follows it. */
export const FAULT_CASES = Object.keys(STORE_FAULTS).flatMap((fault) =>
  WISHES.flatMap((wish) => MOMENTS.filter((moment) => wish !== 'edit' || moment !== 'followed').map((moment) => ({ fault, wish, moment }))),
);

export interface FaultOutcome {
  /** Times that the wish was billed. */
  billed: number;
  /** The result came, at once or to who asked again. */
  isThere: boolean;
  /** Millionths of a dollar. */
  charged: number;
  booked: number;
  statuses: number[];
}

/** At the speed of the simulated gateway, the whole life of a wish is short. */
const SPEED = 400;
const FIVE_MINUTES = 5 * 60_000;

/** One wish through two proxies over one Redis that goes wrong at one moment, until its end is known and booked. */
export async function runFault({ wish, moment, fault, client }: FaultCase): Promise<FaultOutcome> {
  const how = STORE_FAULTS[fault] as StoreFault;
  const redis = await startRedis(...(how.settings ?? []));
  const gateway = createSimulatedGateway({ apiKey: 'sk-of-the-faults', speed: SPEED });
  const connections = [await connectRedis(client, redis.url), await connectRedis(client, redis.url)];
  const stores = connections.map(({ store }) => store()) as [ProxyStore, ProxyStore];
  let isBroken = false;
  let broke = false;
  const goWrong = async () => {
    if (broke) return;
    broke = isBroken = true;
    await how.begin(redis);
  };
  const heal = async () => {
    if (isBroken) await how.end(redis);
    isBroken = false;
  };

  async function fetch(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    const begins = /submit|images/.test(pathname);
    if ((begins && moment === 'on its way') || (!begins && moment === 'followed')) await goWrong();
    const response = await gateway.fetch(request);
    if (begins && moment === 'accepted') await goWrong();
    return response;
  }

  const silent = { info() {}, warn() {}, error() {} };
  const proxies = stores.map((store, index) => {
    const clock = createFastClock(10);
    const skew = fault === 'skewed' && index === 1 ? FIVE_MINUTES : 0;
    return createProxy({
      ...{ apiKey: gateway.apiKey, baseUrl: gateway.baseUrl, secret: 'a secret of the faults, long enough', store, fetch, logger: silent },
      authorize: () => ({ userId: 'ann' }),
      limits: { tasksInFlight: 3, requests: { max: 100, perSeconds: 1e6 }, spend: { usd: 1, perSeconds: 1e6 } },
      clock: { ...clock, wallNow: () => clock.wallNow() + skew },
    });
  });

  let turn = 0;
  const statuses: number[] = [];
  async function send(path: string, body: object | FormData, headers: Record<string, string> = {}): Promise<Record<string, unknown> | undefined> {
    const type = body instanceof FormData ? {} : { 'content-type': 'application/json' };
    const request = new Request(`https://app.example/api/bytespike${path}`, {
      ...{ method: 'POST', headers: { 'sec-fetch-site': 'same-origin', ...type, ...headers } },
      body: body instanceof FormData ? body : JSON.stringify(body),
    });
    const response = await proxies[turn++ % 2]?.(request);
    statuses.push(response?.status ?? 0);
    return response?.ok ? ((await response.json()) as Record<string, unknown>) : undefined;
  }

  /** As a person does: asks again, and sees to the store once something went wrong. */
  async function insist(path: string, make: () => object | FormData, isDone: (answer: Record<string, unknown>) => boolean, headers?: Record<string, string>): Promise<Record<string, unknown> | undefined> {
    for (let tries = 0; tries < 200; tries++) {
      const answer = await send(path, make(), headers);
      if (answer !== undefined && isDone(answer)) return answer;
      if (answer === undefined) await heal();
      // Wall time: between two tries, of which there are enough for any machine.
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return undefined;
  }

  const form = () => {
    const data = new FormData();
    data.set('model', 'gpt-image-2');
    data.set('prompt', 'a lighthouse');
    data.set('image', new File([new Uint8Array([1, 2, 3])], 'a.png', { type: 'image/png' }));
    return data;
  };
  const key = { 'idempotency-key': 'wish' };
  const hasImages = ({ data }: Record<string, unknown>) => Array.isArray(data) && data.length > 0;

  async function fulfil(): Promise<boolean> {
    if (moment === 'before') await goWrong();
    if (wish === 'edit') return (await insist('/v1/images/edits', form, hasImages, key)) !== undefined;
    if (wish === 'image') return (await insist('/v1/images/generations', () => ({ model: 'gpt-image-2', prompt: 'a lighthouse' }), hasImages, key)) !== undefined;
    const film = { model: 'veo-3.1-fast', prompt: 'a lighthouse', duration_seconds: 4, out_task_id: 'wish' };
    const task = await insist('/v1/tasks/submit', () => film, ({ task_id: id }) => typeof id === 'string');
    return (await insist('/v1/tasks/query', () => ({ task_id: task?.task_id }), ({ status }) => status === 'completed')) !== undefined;
  }

  try {
    let isThere = await fulfil();
    await heal();
    // Who asks once more gets the same, and pays nothing. A synchronous image is not found where it was forgotten.
    if (wish !== 'edit' || !how.forgets) isThere &&= await fulfil();
    const charged = gateway.ledger.charges.reduce((sum, { amount }) => sum + Math.round(amount * 1e6), 0);
    let booked = -1;
    for (let looks = 0; looks < 3000 && booked !== charged && !(how.forgets && looks > 10); looks++) {
      const now = Date.now();
      const isFlying = !(await stores[0].reserve({ subject: 'user:ann', id: `probe ${looks}`, now, amount: 0, inFlightUntil: now + 1, limits: { tasksInFlight: 1 } })).ok;
      booked = isFlying ? -1 : await stores[0].spent('user:ann', 0);
      // Wall time: between two looks, of which there are enough for any machine.
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return { billed: gateway.ledger.charges.length, isThere, charged, booked, statuses };
  } finally {
    await heal();
    for (const { close } of connections) await close();
    await redis.stop();
    gateway.dispose();
  }
}
