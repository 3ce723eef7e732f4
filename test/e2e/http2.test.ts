import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Browser } from 'playwright';
import { serveGateway } from '../support/bench-gateway.js';
import { bundlePage, servePage } from '../support/bench-proxy.js';
import { launchChromium } from '../support/chromium.js';
import { PATIENT } from '../support/patience.js';

// The page of the benchmark, in Chromium, before a server that speaks the one protocol or the other.

const TASKS = 20;

let browser: Browser;
let script: string;

beforeAll(async () => {
  [browser, script] = await Promise.all([launchChromium(), bundlePage()]);
});

afterAll(() => browser.close());

describe('twenty tasks that go on, behind a proxy that only passes on', () => {
  it.each([
    { protocol: 'HTTP/2', streams: TASKS, reads: 0 },
    // Of the six connections, one is left for reads.
    { protocol: 'HTTP/1.1', streams: 3, reads: 1 },
  ] as const)('on $protocol have $streams streams', async ({ protocol, streams, reads }) => {
    const gateway = await serveGateway({ seed: 'streams', speed: 1 });
    const server = await servePage(script, { origin: gateway.origin, apiKey: gateway.gateway.apiKey }, 'pass-through', protocol);
    const context = await browser.newContext({ ignoreHTTPSErrors: true });
    try {
      const page = await context.newPage();
      await page.goto(server.origin);
      const asked = (what: string) => gateway.gateway.requests.filter(({ path }) => path.includes(what)).length;
      const opened = () => asked('/tasks/stream/');
      await page.evaluate((count) => {
        const tasks = Array.from({ length: count }, (_, index) => ({ key: `goes-on-${index}`, model: 'seedance-fast', prompt: '[stall]' }));
        void measure('ours', tasks);
      }, TASKS);
      await vi.waitFor(() => expect(opened()).toBe(streams), PATIENT);
      // Those without one are read.
      await vi.waitFor(() => expect(asked('/tasks/query')).toBeGreaterThanOrEqual(reads), PATIENT);
      expect(opened()).toBe(streams);
      // What else the page asks for is answered while they are open.
      expect(await page.evaluate(async () => (await fetch('/ping')).status)).toBe(200);
    } finally {
      await context.close();
      await Promise.all([server.close(), gateway.close()]);
    }
  });
});
