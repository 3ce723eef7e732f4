import { type ChildProcess, fork } from 'node:child_process';
import { Agent, createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { quantile, table } from '../support/table.js';

// What the proxy adds to a call, beside the least that can be written with the same runtime: a
// handler that adds the key and passes on. Each has a process of its own; the gateway and the callers
// share the one of the test. Times are this machine's, and only what lies between them says something:
// the rounds take turns, and the best of each is compared, so that what else runs here counts little.
// Counts are asserted.

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 6);
const CALLS = Number(process.env.BENCH_CALLS ?? 2000);
const STREAMS = Number(process.env.BENCH_STREAMS ?? 5000);
const AT_ONCE = 32;
const KEY = 'sk-of-the-bench-0123456789';
const PATH = '/api/bytespike';
const body = JSON.stringify({ model: 'veo-3.1-fast', prompt: 'a lighthouse', out_task_id: 'bs_1', duration_seconds: 4 });

let submitted = 0;
const gateway = createServer((req, res) => {
  req.resume().once('end', () => {
    res.setHeader('content-type', 'application/json');
    res.end(`{"task_id":"task_${1e12 + submitted++}","status":"queued","estimated_seconds":30}`);
  });
});
beforeAll(() => new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve)));
afterAll(() => {
  gateway.closeAllConnections();
  gateway.close();
});

interface Instance {
  port: number;
  used(): Promise<{ cpuMs: number; rss: number }>;
  stop(): void;
}

async function start(kind: 'bare' | 'ours'): Promise<Instance> {
  const path = (name: string) => fileURLToPath(new URL(`../support/${name}`, import.meta.url));
  const env = { ...process.env, NODE_OPTIONS: '', KIND: kind, API_KEY: KEY, GATEWAY_URL: `http://127.0.0.1:${(gateway.address() as AddressInfo).port}` };
  const child: ChildProcess = fork(path('proxy-instance.ts'), { execArgv: ['--expose-gc', '--import', path('source-hook.mjs')], env });
  const told = () => new Promise((resolve) => child.once('message', resolve));
  const port = (await told()) as number;
  return {
    port,
    used() {
      const answer = told();
      child.send('used');
      return answer as Promise<{ cpuMs: number; rss: number }>;
    },
    stop: () => child.disconnect(),
  };
}

function submit(port: number, agent: Agent): Promise<number> {
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    const headers = {
      ...{ 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', 'content-length': body.length },
      'x-user': `user-${submitted % 100}`,
    };
    const sent = request({ port, agent, method: 'POST', path: `${PATH}/v1/tasks/submit`, headers }, (res) => {
      res.resume().once('end', () => (res.statusCode === 200 ? resolve(performance.now() - begun) : reject(new Error(String(res.statusCode)))));
    });
    sent.once('error', reject);
    sent.end(body);
  });
}

interface Round {
  p50: number;
  p99: number;
  perSecond: number;
  cpuMs: number;
}

async function measure({ port, used }: Instance): Promise<Round> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  for (let call = 0; call < 300; call++) await submit(port, agent);
  const alone: number[] = [];
  for (let call = 0; call < CALLS / 2; call++) alone.push(await submit(port, agent));
  const before = await used();
  const begun = performance.now();
  let left = CALLS;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (left-- > 0) await submit(port, agent);
    }),
  );
  const perSecond = CALLS / ((performance.now() - begun) / 1000);
  const cpuMs = ((await used()).cpuMs - before.cpuMs) / CALLS;
  agent.destroy();
  return { p50: quantile(alone, 0.5), p99: quantile(alone, 0.99), perSecond, cpuMs };
}

const best = (rounds: readonly Round[]): Round => ({
  p50: Math.min(...rounds.map(({ p50 }) => p50)),
  p99: Math.min(...rounds.map(({ p99 }) => p99)),
  perSecond: Math.max(...rounds.map(({ perSecond }) => perSecond)),
  cpuMs: Math.min(...rounds.map(({ cpuMs }) => cpuMs)),
});

it('adds little to a call', async () => {
  const [bare, ours] = await Promise.all([start('bare'), start('ours')]);
  const rounds = { bare: [] as Round[], ours: [] as Round[] };
  for (let round = 0; round < ROUNDS; round++) {
    rounds.bare.push(await measure(bare));
    rounds.ours.push(await measure(ours));
  }
  bare.stop();
  ours.stop();
  const [least, own] = [best(rounds.bare), best(rounds.ours)];
  const row = (proxy: string, { p50, p99, perSecond, cpuMs }: Round) => ({
    ...{ proxy, 'p50 ms': p50.toFixed(3), 'p99 ms': p99.toFixed(3), 'per second': Math.round(perSecond), 'CPU ms a call': cpuMs.toFixed(3) },
  });
  console.log(table([row('bare', least), row('ours', own)]));
  const share = (part: number) => `${Math.round(part * 100)} %`;
  console.log(
    `Added at p50 ${(own.p50 - least.p50).toFixed(3)} ms, at p99 ${(own.p99 - least.p99).toFixed(3)} ms. ` +
      `Throughput ${share(own.perSecond / least.perSecond)} of the bare one, by CPU time ${share(least.cpuMs / own.cpuMs)}.`,
  );
  expect(submitted).toBe(2 * ROUNDS * (300 + CALLS / 2 + CALLS));
});

it('holds many streams open at once', async () => {
  const ours = await start('ours');
  const open: IncomingMessage[] = [];
  const before = (await ours.used()).rss;
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
  const perThousand = ((await ours.used()).rss - before) / 1024 / 1024 / (STREAMS / 1000);
  console.log(table([{ streams: open.length, 'MiB per 1000 streams': perThousand.toFixed(1) }]));
  expect(open.filter(({ statusCode, complete }) => statusCode === 200 && !complete)).toHaveLength(STREAMS);
  for (const stream of open) stream.destroy();
  ours.stop();
});
