import { expect, it } from 'vitest';
import { serveGateway } from '../support/bench-gateway.js';
import { type BenchProxy, bundlePage, servePage } from '../support/bench-proxy.js';
import type { SubmitHow } from '../support/bench-submit-page.js';
import { launchChromium } from '../support/chromium.js';
import { quantile, table } from '../support/table.js';

// From the call that a click makes to the answer of its submit, in a browser, over HTTP/1.1: through
// the hook's machinery, through the client, and as a bare POST of the same page on the same connections.
// What is loaded late is there. Ways take turns, so that all meet the same machine; times are this
// machine's, and printed. That each is one request is asserted.

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 20);
const WAYS: readonly SubmitHow[] = ['a bare POST', 'the client', 'the hook'];

it.each<BenchProxy>(['pass-through', 'ours'])('sends each submit once, and at once, behind %s', async (through) => {
  const gateway = await serveGateway({ seed: 'submit', speed: 1000 });
  const proxy = await servePage(await bundlePage('bench-submit-page'), { origin: gateway.origin, apiKey: gateway.gateway.apiKey }, through);
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.goto(proxy.origin);
    const measure = (how: SubmitHow, atOnce: number) => page.evaluate(([way, count]) => measureSubmits(way, count), [how, atOnce] as const);
    for (const how of WAYS) for (const atOnce of [1, 20]) await measure(how, atOnce);
    const submits = () => gateway.gateway.requests.filter(({ path }) => path.endsWith('/submit')).length;
    const before = submits();
    const rows = [];
    for (const atOnce of [1, 20]) {
      const times = new Map(WAYS.map((how): [SubmitHow, number[]] => [how, []]));
      for (let round = 0; round < ROUNDS; round++) {
        for (const [how, taken] of times) taken.push(...(await measure(how, atOnce)));
      }
      const bare = quantile(times.get('a bare POST')!, 0.5);
      for (const [how, taken] of times) {
        const median = quantile(taken, 0.5);
        rows.push({ way: how, 'at once': atOnce, 'median ms': median.toFixed(1), 'p95 ms': quantile(taken, 0.95).toFixed(1), 'of the bare': (median / bare).toFixed(2) });
      }
    }
    console.log(`\nSubmits behind ${through}, ${ROUNDS} rounds, Chromium, HTTP/1.1\n${table(rows)}\n`);
    expect(submits() - before).toBe(WAYS.length * ROUNDS * 21);
  } finally {
    await browser.close();
    await Promise.all([gateway.close(), proxy.close()]);
  }
});
