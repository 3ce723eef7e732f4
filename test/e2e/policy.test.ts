import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect } from 'vitest';
import { serveStatic, type StaticServer } from '../support/static-server.js';
import { test, watch } from './page.js';

/** As strict as a page can be that shows what others made: no inline style, no inline script, no eval. */
const POLICY = "default-src 'self'; img-src 'self' blob: https:; media-src 'self' blob: https:";

/** A busy machine is slow, not wrong. */

let folder: string;
let server: StaticServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bytespike-policy-'));
  const page = fileURLToPath(new URL('./policy', import.meta.url));
  // In a process of its own: React's own build depends on the mode that this one tests in.
  await promisify(execFile)('vite', ['build', page, '--outDir', folder, '--logLevel', 'error'], {
    env: { ...process.env, NODE_ENV: 'production' },
    shell: process.platform === 'win32',
  });
  server = await serveStatic(folder, '/', { 'content-security-policy': POLICY });
});

afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true, force: true });
});

test('under a strict Content-Security-Policy everything shows, popups, lightbox and zoom included', async ({ browser }) => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
  // A page that blocks something says so in its console.
  const problems = watch(page);
  await page.goto(server.url);

  const panel = page.locator('.bs-generation-panel').first();
  expect(await panel.evaluate((element) => getComputedStyle(element).color)).toBe('rgb(15, 22, 35)');
  await panel.getByRole('textbox', { name: 'Prompt', exact: true }).fill('A lighthouse in fog');
  await panel.getByRole('button', { name: /^Model/ }).click();
  const models = page.getByRole('listbox');
  await models.getByRole('option').nth(1).waitFor();
  expect((await models.boundingBox())?.height).toBeLessThan(600);
  await models.getByRole('option', { name: /^Nano Banana 2/ }).click();
  await panel.getByRole('button', { name: /^Generate/ }).click();
  const picture = panel.locator('[data-state="shown"] img');
  await picture.waitFor();
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);

  await panel.getByRole('button', { name: 'View larger' }).click();
  const lightbox = page.getByRole('dialog');
  await lightbox.getByRole('button', { name: /zoom in/i }).click();
  await expect.poll(() => lightbox.locator('img').evaluate((image) => image.getBoundingClientRect().height)).toBeGreaterThan(1000);
  await page.keyboard.press('Escape');
  await lightbox.waitFor({ state: 'detached' });

  await page.locator('.bs-generate-button').click();
  const dialog = page.getByRole('dialog', { name: 'Generate' });
  await dialog.getByRole('textbox', { name: 'Prompt', exact: true }).waitFor();
  expect((await dialog.boundingBox())?.width).toBeGreaterThan(600);
  await page.keyboard.press('Escape');
  await page.close();
  expect(problems).toEqual([]);
});
