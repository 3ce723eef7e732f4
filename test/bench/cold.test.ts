import { rmSync } from 'node:fs';
import { createSecureServer, type ServerHttp2Session } from 'node:http2';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildPage, handlerOf, type PagePart, pagesFolder } from '../../scripts/pages.mjs';
import { build } from '../e2e/build.js';
import { selfSigned } from '../support/certificate.js';
import { launchChromium } from '../support/chromium.js';
import { quantile, table } from '../support/table.js';
import { isQuiet, pressButton, readWaves } from '../support/waves.js';

// From the first click on a page to what it is for, on a slow line: the dialog of the button usable, and the
// submit of a hook's task on the wire. Production builds over HTTP/2, as apps are served, and a click that no
// pointer announces, as a key's is. Cold, what is needed is loaded; warm, it is there. That cold takes one round
// trip more is asserted, since preloads that are found step by step take more; times are this machine's, and printed.

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
/** What Lighthouse throttles to for a phone. @source ours: a slow 4G line */
const LINE = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };

const REACHED: Record<PagePart, (page: Page) => Promise<unknown>> = {
  GenerateButton: (page) => page.waitForFunction(() => performance.getEntriesByName('usable').length > 0),
  useVideoTask: (page) => page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/submit'))),
};

let browser: Browser;
const folder = pagesFolder();

beforeAll(async () => {
  await build('vite', ['build', '--logLevel', 'warn']);
  await build('vite', ['build', '--logLevel', 'warn', '--config', 'scripts/styles.vite.mjs']);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

it.each([
  { flavour: 'react-query', part: 'GenerateButton' },
  { flavour: 'swr', part: 'GenerateButton' },
  { flavour: 'react-query', part: 'useVideoTask' },
  { flavour: 'swr', part: 'useVideoTask' },
] as const)('takes one round trip more than a warm one: $part on $flavour', async ({ flavour, part }) => {
  const server = await serveOverHttp2(await buildPage(folder, flavour, part));
  try {
    const cold: Reading[] = [];
    const warm: Reading[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const page = await browser.newPage({ ignoreHTTPSErrors: true });
      await page.goto(server.origin, { waitUntil: 'networkidle' });
      const line = await page.context().newCDPSession(page);
      await line.send('Network.emulateNetworkConditions', LINE);
      cold.push(await click(page, part));
      await page.waitForFunction(isQuiet, undefined, { polling: 5 * LINE.latency });
      await page.keyboard.press('Escape');
      await page.waitForFunction(() => document.querySelector('dialog[open]') === null);
      warm.push(await click(page, part));
      await page.context().close();
    }
    // What is not needed yet may come in the meantime, on a slow machine: the round with the least has what is.
    const least = (readings: readonly Reading[], of: 'waves' | 'files') => Math.min(...readings.map((reading) => reading[of]));
    const row = (what: string, readings: readonly Reading[]) => ({
      [`${part}, ${flavour}`]: what,
      'best s': (quantile(readings.map(({ took }) => took), 0) / 1000).toFixed(2),
      'median s': (quantile(readings.map(({ took }) => took), 0.5) / 1000).toFixed(2),
      'round trips': least(readings, 'waves'),
      files: least(readings, 'files'),
    });
    console.log(`\n150 ms, 1.6 Mbit/s, HTTP/2, ${ROUNDS} rounds\n${table([row('cold', cold), row('warm', warm)])}\n`);
    expect({ cold: least(cold, 'waves'), warm: least(warm, 'waves') }).toEqual({ cold: 1, warm: 0 });
  } finally {
    server.close();
  }
});

interface Reading {
  /** Milliseconds from the press. */
  took: number;
  /** Round trips one after the other before it was there. */
  waves: number;
  files: number;
}

async function click(page: Page, part: PagePart): Promise<Reading> {
  await page.evaluate(pressButton);
  await REACHED[part](page);
  return page.evaluate(readWaves, part === 'useVideoTask' ? '/submit' : '');
}

async function serveOverHttp2(built: string): Promise<{ origin: string; close: () => void }> {
  const server = createSecureServer(selfSigned(), handlerOf(built));
  const sessions = new Set<ServerHttp2Session>();
  server.on('session', (session) => sessions.add(session));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()));
  return {
    origin: `https://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => {
      server.close();
      for (const session of sessions) session.destroy();
    },
  };
}
