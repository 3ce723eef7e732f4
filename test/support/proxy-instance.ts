// A proxy of the bench in a process of its own: ours, or the least that can be written with the same runtime.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createProxy, type Proxy, toNodeHandler } from 'bytespike-react/server';

const { KIND, GATEWAY_URL = '', API_KEY = '' } = process.env;
const PATH = '/api/bytespike';

/** Adds the key and does nothing else. */
const bare: Proxy = async (incoming) => {
  const { pathname } = new URL(incoming.url);
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${API_KEY}` };
  const answer = await fetch(GATEWAY_URL + pathname.slice(PATH.length), { method: incoming.method, headers, body: await incoming.text() });
  return new Response(answer.body, { status: answer.status, headers: { 'content-type': 'application/json' } });
};

const ours = () =>
  createProxy({
    apiKey: API_KEY,
    baseUrl: GATEWAY_URL,
    authorize: ({ headers }) => ({ userId: headers.get('x-user') ?? 'ann' }),
    limits: { requests: { max: 1e9, perSeconds: 0.1 }, spend: { usd: 1e9, perSeconds: 0.1 } },
  });

const handler = toNodeHandler(KIND === 'bare' ? bare : ours());
const server = createServer((req, res) => void handler(req, res));
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));

/** What this process has used so far. */
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  globalThis.gc?.();
  process.send?.({ cpuMs: (user + system) / 1000, rss: process.memoryUsage().rss });
});
process.once('disconnect', () => process.exit());
