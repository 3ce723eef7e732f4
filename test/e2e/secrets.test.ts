import { describe, expect } from 'vitest';
import { complete, generate, passUntil, playable, progress, test } from './page.js';
import { startStudio, wiretap } from './studio.js';

const KEY = 'sk-canary-4b1d7f0e9a';

describe('the key', () => {
  test('reaches neither the browser nor the log, whatever happens', async ({ visitor }) => {
    const studio = await startStudio({ SIMULATED_API_KEY: KEY });
    const tap = await wiretap(studio.url);
    const page = await visitor.newPage();
    await page.goto(tap.url);
    const submits = async () => (await studio.ledger()).requests.filter(({ path }) => path.endsWith('/submit')).length;

    await generate(page, 'Video', await playable(page, 'Tide coming in over black rocks'));
    await complete(page, studio);
    await generate(page, 'Image', 'A kettle');
    await complete(page, studio);
    for (const prompt of ['No [block]', 'No [broke]', 'No [fail]']) {
      const before = await submits();
      await generate(page, 'Video', prompt);
      // The one before has failed as well, and is shown until this one is sent.
      await passUntil(studio, `${prompt} has failed`, async () => (await submits()) > before && (await progress(page, 'failed').isVisible()));
      await page.reload();
    }
    await page.evaluate(() => fetch('/api/bytespike/v1/keys'));
    const stored = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage, document.cookie]));
    await visitor.close();
    await tap.close();
    expect(await studio.stop()).toBe(0);

    // The tap did hear them: pages, answers, a stream and a refusal.
    for (const part of ['content-security-policy', 'task_id', 'text/event-stream', 'x-request-id', '"status":"completed"']) {
      expect(tap.heard()).toContain(part);
    }
    const places = { browser: tap.heard(), storage: stored, log: studio.log() };
    const encoded = Buffer.from(KEY).toString('base64').slice(0, 20);
    const holding = Object.entries(places).filter(([, text]) => text.includes(KEY) || text.includes(encoded));
    expect(holding.map(([place]) => place)).toEqual([]);
  });

  test('of the real gateway is named nowhere, and what it costs is said', async ({ browser }) => {
    const studio = await startStudio({ BYTESPIKE_API_KEY: KEY });
    expect(studio.log()).toMatch(/Real gateway: .* billed/);
    expect(studio.log()).not.toContain(KEY);
    const page = await browser.newPage();
    const simulated = await page.goto(`${studio.url}/simulated/ledger`);
    expect(simulated?.status()).toBe(404);
    await page.close();
    expect(await studio.stop()).toBe(0);
  });
});

describe('the console', () => {
  test('stays silent through a whole visit, in the built page', async ({ page, studio }) => {
    await generate(page, 'Image', 'A kettle');
    await complete(page, studio);
    await generate(page, 'Video', await playable(page, 'Steam'));
    await complete(page, studio);
    await page.getByRole('radio', { name: 'Dark' }).check();
    await page.reload();
    await progress(page, 'completed').waitFor();
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
  });
});
