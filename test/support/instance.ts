// One instance of a proxy, as a process of its own that a test may kill. Told by the environment; prints its port.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createProxy, toNodeHandler } from 'bytespike-react/server';
import { createRedisStore } from 'bytespike-react/server/redis';
import { createClient } from 'redis';
import { createFastClock } from './fast-clock.js';

const { REDIS_URL = '', GATEWAY_URL = '', API_KEY = '', TIMES = '20' } = process.env;
const client = createClient({ url: REDIS_URL }).on('error', () => {});
await client.connect();
const clock = createFastClock(Number(TIMES));
const proxy = createProxy({
  apiKey: API_KEY,
  baseUrl: GATEWAY_URL,
  authorize: ({ headers }) => ({ userId: headers.get('x-user') ?? 'ann' }),
  limits: { tasksInFlight: 5, spend: { usd: 1, perSeconds: 1_000_000 } },
  store: createRedisStore(client, { clock }),
  clock,
});
const server = createServer(toNodeHandler(proxy));
server.listen(0, '127.0.0.1', () => void process.stdout.write(String((server.address() as AddressInfo).port)));
