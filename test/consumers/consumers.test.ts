import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createHeldClock } from '../../stories/support/held-clock.js';
import { progress, watch } from '../e2e/page.js';
import { launchChromium } from '../support/chromium.js';
import { servedGateway } from '../support/journey.js';
import { pack } from '../support/packed.js';
import { PATIENCE_MS } from '../support/patience.js';
import { consumers } from './apps.js';
import { install, type Installed } from './installed.js';
import { secretsOf, visitor } from './visitor.js';
import { wayThrough } from './ways.js';
import { apartFrom, besideSize, sameRow, tableOf } from './sizes-table.js';
import { sizesBehindProxy, type Weights, weigh } from './weights.js';

/** Outside of the checkout: what an app does not have in its own lock file it does not find. */
const folder = mkdtempSync(join(tmpdir(), 'bytespike-consumers-'));
const weights = new Map<string, Weights>();
let tarball: string;
let browser: Browser;

beforeAll(async () => {
  tarball = pack(folder);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A clip of Veo 3.1 Fast takes 20 to 40 s, of which it waits for at most 15 in a hundred. */
const QUEUE_SECONDS = 8;

/** Lets gateway time pass, a little at a time, until something holds. */
async function passUntil(pass: (seconds: number) => Promise<void>, what: string, holds: () => Promise<boolean>): Promise<void> {
  const givenUp = performance.now() + PATIENCE_MS;
  while (!(await holds())) {
    if (performance.now() > givenUp) throw new Error(`Not within ${PATIENCE_MS / 1000} s: ${what}.`);
    await pass(10);
  }
}

describe.each(consumers)('the app of consumers/$name', (consumer) => {
  let app: Installed;
  beforeAll(async () => {
    app = await install(consumer, join(folder, consumer.name), tarball);
  });

  it('compiles, builds without secrets, and goes the whole way in silence, billed once for each', async () => {
    await app.run('typecheck');
    await app.run('build');
    const { wallNow, setTimeout, clearTimeout, advance } = createHeldClock(Date.now());
    const served = await servedGateway({ clock: { now: wallNow, setTimeout, clearTimeout } });
    const pass = (seconds: number) => advance(seconds * 1000);
    const server = await app.start(secretsOf(served));
    const context = await visitor(browser, server.origin);
    try {
      const html = await (await context.request.get(server.origin)).text();
      expect(html).toContain(consumer.shows === 'panel' ? 'bs-prompt-form' : 'bs-generate-button');
      const page = await context.newPage();
      const problems = watch(page);
      await page.goto(server.origin);
      const way = wayThrough(consumer, page);
      for (const [done, kind] of (['Video', 'Image'] as const).entries()) {
        await way.begin(kind);
        if (kind === 'Video') {
          await progress(page, 'queued').waitFor();
          await pass(QUEUE_SECONDS);
        }
        await progress(page, 'running').first().waitFor();
        if (way.kept[kind]) {
          await page.reload();
          await way.returnTo(kind);
          await progress(page, 'running').waitFor();
        }
        expect(served.gateway.ledger.charges).toHaveLength(done);
        await passUntil(pass, `${kind} is billed`, async () => served.gateway.ledger.charges.length > done);
        await page.locator(kind === 'Video' ? 'video' : '.bs-figure img').first().waitFor();
      }
      expect(served.gateway.ledger.charges).toHaveLength(2);
      expect(problems).toEqual([]);
      expect(server.complaints()).toBe('');
    } finally {
      await context.close();
      await server.stop();
      served.close();
    }
  });

  it('loads what npm run size says, within a tenth', async () => {
    // A page that Vite builds in this process is else one for tests.
    vi.stubEnv('NODE_ENV', 'production');
    const [found, said] = [await weigh(consumer, app, browser), await sizesBehindProxy(consumer.flavour)];
    weights.set(consumer.name, found);
    const lines = besideSize(consumer, found, said).join('\n');
    process.stdout.write(`${lines}\n`);
    expect(apartFrom(found, said), lines).toEqual(Object.keys(consumer.otherwise ?? {}));
  });
});

it('README has the table', () => {
  const rows = tableOf(consumers, weights);
  const said = readFileSync('README.md', 'utf8').split('\n');
  process.stdout.write(`${rows.join('\n')}\n`);
  // Some apps alone, asked for by name, are compared as well; of the others there is nothing to say.
  const stale = rows.filter((row) => !said.some((line) => sameRow(row, line)));
  expect(stale, 'README.md quotes other figures: put these rows into its table.').toEqual([]);
});
