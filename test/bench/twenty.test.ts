import { expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.js';
import { serveGateway } from '../support/bench-gateway.js';
import type { BenchReading, BenchStrategy, BenchTask } from '../support/bench-page.js';
import type { Protocol } from '../support/bench-server.js';
import { type BenchProxy, bundlePage, servePage, type Traffic } from '../support/bench-proxy.js';
import { quantile, table } from '../support/table.js';

// Twenty tasks at once in a browser, over HTTP/1.1, behind a proxy that only adds the key, and behind
// ours, and over HTTP/2 twenty and a hundred: what each way of following costs, how late it knows, and
// what it does to the app's other requests. Waits are the catalog's own, 4 to 25 s. Counts are asserted;
// times are this machine's, and printed. The floor is what a bare frame takes
// from the moment at which it was due to the page's hand, over the one stream of a server that does nothing else.

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 1);
const MODELS = ['seedream-v5lite', 'nano-banana', 'seedream-v4.5', 'seedance-fast', 'seedance-fast'];
const tasksOf = (count: number): readonly BenchTask[] =>
  Array.from({ length: count }, (_, index) => ({ key: `twenty-${index}`, model: MODELS[index % MODELS.length]!, prompt: `task ${index}` }));

interface Way {
  strategy: BenchStrategy;
  through?: BenchProxy;
  protocol?: Protocol;
  /** How many tasks. */
  count?: number;
}

interface Figures extends Traffic {
  /** Milliseconds from the moment at which a task was due to end. */
  delays: number[];
  waits: number[];
  floor: number[];
  /** Submits that were answered only after some task had ended. */
  late: number;
  /** How many tasks a round had. */
  count: number;
}

async function run(script: string, { strategy, through = 'pass-through', protocol, count = 20 }: Way, seed: string): Promise<Figures> {
  const gateway = await serveGateway({ seed });
  const proxy = await servePage(script, { origin: gateway.origin, apiKey: gateway.gateway.apiKey }, through, protocol);
  const browser = await launchChromium();
  const tasks = tasksOf(count);
  try {
    const page = await browser.newPage({ ignoreHTTPSErrors: true });
    await page.goto(proxy.origin);
    const reading: BenchReading = await page.evaluate(([name, all]) => measure(name, all), [strategy, tasks] as const);
    const { waits, floor, answered, known } = reading;
    const traffic = strategy === 'ours' ? { ...proxy.traffic, following: reading.following } : proxy.traffic;
    if (strategy === 'none') return { ...traffic, delays: [], waits, floor, late: 0, count };
    // Behind ours, a key has its user's name before it.
    const ends = new Map(gateway.gateway.ledger.charges.map(({ outTaskId, at }) => [outTaskId?.split('.').at(-1), at]));
    const delays = tasks.map(({ key }) => known[key]! - ends.get(key)!);
    const firstEnd = Math.min(...ends.values());
    return { ...traffic, delays, waits, floor, late: answered.filter((at) => at > firstEnd).length, count };
  } finally {
    await browser.close();
    await Promise.all([gateway.close(), proxy.close()]);
  }
}

async function measureAll(script: string, way: Way): Promise<Figures> {
  const all: Figures = { requests: 0, following: 0, busy: 0, delays: [], waits: [], floor: [], late: 0, count: way.count ?? 20 };
  for (let round = 0; round < ROUNDS; round++) {
    const { requests, following, busy, delays, waits, floor, late } = await run(script, way, `twenty-${round}`);
    all.requests += requests / ROUNDS;
    all.following = Math.max(all.following, following);
    all.busy = Math.max(all.busy, busy);
    all.delays.push(...delays);
    all.waits.push(...waits);
    all.floor.push(...floor);
    all.late += late;
  }
  return all;
}

const row = (strategy: string, { requests, following, busy, delays, waits, floor, late, count }: Figures) => ({
  strategy,
  'delay median ms': delays.length === 0 ? '' : quantile(delays, 0.5).toFixed(1),
  'p95 ms': delays.length === 0 ? '' : quantile(delays, 0.95).toFixed(1),
  'floor median': quantile(floor, 0.5).toFixed(1),
  'its p95 ms': quantile(floor, 0.95).toFixed(1),
  'requests a task': (requests / count).toFixed(1),
  'connections following': following,
  'in use': busy,
  'late submits': late,
  'unrelated median ms': quantile(waits, 0.5).toFixed(1),
  'its p95': quantile(waits, 0.95).toFixed(1),
});

it('follows twenty tasks on one stream of our proxy, else on four connections with at most half the requests of polling by hand', async () => {
  const script = await bundlePage();
  const behindOurs = await measureAll(script, { strategy: 'ours', through: 'ours' });
  const ours = await measureAll(script, { strategy: 'ours' });
  const polling = await measureAll(script, { strategy: 'react-query 1 s' });
  const streams = await measureAll(script, { strategy: 'EventSource' });
  const alone = await measureAll(script, { strategy: 'none' });
  const rows = [
    row('ours, behind our proxy', behindOurs),
    row('ours', ours),
    row('by hand, react-query, 1 s', polling),
    row('by hand, EventSource', streams),
    row('no task at all', alone),
  ];
  console.log(`\n20 tasks at once, ${ROUNDS} round(s), Chromium, HTTP/1.1, pass-through proxy where not said\n${table(rows)}\n`);
  expect(behindOurs.following).toBe(1);
  expect(behindOurs.requests).toBeLessThanOrEqual(2.1 * behindOurs.count);
  expect(ours.following).toBeLessThanOrEqual(4);
  expect(ours.requests).toBeLessThanOrEqual(polling.requests / 2);
  for (const { delays } of [behindOurs, ours, polling, streams]) expect(delays.filter(Number.isFinite)).toHaveLength(20 * ROUNDS);
});

it('follows each of twenty and of a hundred tasks on a stream of its own over HTTP/2', async () => {
  const script = await bundlePage();
  const counts = [20, 100];
  const measured: Figures[] = [];
  for (const count of counts) measured.push(await measureAll(script, { strategy: 'ours', protocol: 'HTTP/2', count }));
  const rows = measured.map((figures) => row(`ours, ${figures.count} tasks`, figures));
  console.log(`\nAt once, ${ROUNDS} round(s), Chromium, HTTP/2, pass-through proxy\n${table(rows)}\n`);
  for (const { requests, count, delays } of measured) {
    expect(requests).toBeLessThanOrEqual(2.1 * count);
    expect(delays.filter(Number.isFinite)).toHaveLength(count * ROUNDS);
  }
});
