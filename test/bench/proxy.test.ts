import { Agent, createServer, type IncomingMessage, request, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createProxy, toNodeHandler } from 'bytespike-react/server';
import { expect, it } from 'vitest';
import { quantile, table } from '../support/table.js';

// What the proxy adds to a call, beside the least that can be written with the same runtime: a
// handler that adds the key and passes on. Gateway, both proxies and the caller share this process,
// so times are this machine's and only their difference says something. Counts are asserted.

const CALLS = Number(process.env.BENCH_CALLS ?? 3000);
const STREAMS = Number(process.env.BENCH_STREAMS ?? 5000);
const AT_ONCE = 32;
const KEY = 'sk-of-the-bench-0123456789';
const PATH = '/api/bytespike';
const body = JSON.stringify({ model: 'veo-3.1-fast', prompt: 'a lighthouse', out_task_id: 'bs_1', duration_seconds: 4 });

async function serve(listener: RequestListener): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return { port: (server.address() as AddressInfo).port, close };
}

const gateway: RequestListener = (req, res) => {
  req.resume().once('end', () => {
    res.setHeader('content-type', 'application/json');
    res.end('{"task_id":"task_0123456789abcdef","status":"queued","estimated_seconds":30}');
  });
};

/** Adds the key and does nothing else. */
function passThrough(origin: string): RequestListener {
  const handler = toNodeHandler(async (incoming) => {
    const { pathname } = new URL(incoming.url);
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${KEY}` };
    const answer = await fetch(origin + pathname.slice(PATH.length), { method: incoming.method, headers, body: await incoming.text() });
    return new Response(answer.body, { status: answer.status, headers: { 'content-type': 'application/json' } });
  });
  return (req, res) => void handler(req, res);
}

function proxied(origin: string): RequestListener {
  const handler = toNodeHandler(
    createProxy({
      apiKey: KEY,
      baseUrl: origin,
      authorize: ({ headers }) => ({ userId: headers.get('x-user') ?? 'ann' }),
      limits: { requests: { max: 1e9, perSeconds: 0.1 }, spend: { usd: 1e9, perSeconds: 0.1 } },
    }),
  );
  return (req, res) => void handler(req, res);
}

function submit(port: number, agent: Agent): Promise<number> {
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', 'content-length': body.length };
    const sent = request({ port, agent, method: 'POST', path: `${PATH}/v1/tasks/submit`, headers }, (res) => {
      res.resume().once('end', () => (res.statusCode === 200 ? resolve(performance.now() - begun) : reject(new Error(String(res.statusCode)))));
    });
    sent.once('error', reject);
    sent.end(body);
  });
}

async function measure(port: number): Promise<{ p50: number; p99: number; perSecond: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  for (let call = 0; call < 300; call++) await submit(port, agent);
  const alone: number[] = [];
  for (let call = 0; call < CALLS; call++) alone.push(await submit(port, agent));
  const begun = performance.now();
  let left = CALLS;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (left-- > 0) await submit(port, agent);
    }),
  );
  const perSecond = CALLS / ((performance.now() - begun) / 1000);
  agent.destroy();
  return { p50: quantile(alone, 0.5), p99: quantile(alone, 0.99), perSecond };
}

it('adds little to a call', async () => {
  const upstream = await serve(gateway);
  const origin = `http://127.0.0.1:${upstream.port}`;
  const bare = await serve(passThrough(origin));
  const ours = await serve(proxied(origin));
  const rounds = { bare: [] as Awaited<ReturnType<typeof measure>>[], ours: [] as Awaited<ReturnType<typeof measure>>[] };
  for (let round = 0; round < 3; round++) {
    rounds.bare.push(await measure(bare.port));
    rounds.ours.push(await measure(ours.port));
  }
  const best = (name: keyof typeof rounds) => ({
    proxy: name,
    p50: Math.min(...rounds[name].map(({ p50 }) => p50)).toFixed(3),
    p99: Math.min(...rounds[name].map(({ p99 }) => p99)).toFixed(3),
    'per second': Math.round(Math.max(...rounds[name].map(({ perSecond }) => perSecond))),
  });
  console.log(table([best('bare'), best('ours')]));
  await Promise.all([bare.close(), ours.close(), upstream.close()]);
  expect(rounds.ours).toHaveLength(3);
});

it('holds many streams open at once', async () => {
  const upstream = await serve(gateway);
  const ours = await serve(proxied(`http://127.0.0.1:${upstream.port}`));
  const before = process.memoryUsage().rss;
  const open: IncomingMessage[] = [];
  for (let first = 0; first < STREAMS; first += 100) {
    const batch = Array.from({ length: Math.min(100, STREAMS - first) }, (_, index) => first + index).map(
      (index) =>
        new Promise<IncomingMessage>((resolve, reject) => {
          const headers = { 'sec-fetch-site': 'same-origin', 'x-user': `user-${index % Math.ceil(STREAMS / 10)}` };
          const sent = request({ port: ours.port, path: `${PATH}/v1/tasks/events`, headers }, (res) => res.once('data', () => resolve(res)));
          sent.once('error', reject);
          sent.end();
        }),
    );
    open.push(...(await Promise.all(batch)));
  }
  const perThousand = (process.memoryUsage().rss - before) / 1024 / 1024 / (STREAMS / 1000);
  console.log(table([{ streams: open.length, 'MiB per 1000, both ends': perThousand.toFixed(1) }]));
  expect(open.filter(({ statusCode }) => statusCode === 200)).toHaveLength(STREAMS);
  for (const stream of open) stream.destroy();
  await Promise.all([ours.close(), upstream.close()]);
});
