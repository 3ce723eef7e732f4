import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { createServer } from 'vite';
import { afterAll, beforeAll, expect } from 'vitest';
import { serveStatic, type StaticServer } from '../support/static-server.js';
import { test, watch } from './page.js';

/** As strict as a page can be that shows what others made: no inline style, no inline script, no eval. */
const POLICY = "default-src 'self'; img-src 'self' blob: https:; media-src 'self' blob: https:; require-trusted-types-for 'script'; trusted-types 'none'";
/** What Helmet sets by itself, which takes pictures by `data:` and none by `blob:`. */
const HELMET = "default-src 'self'; base-uri 'self'; font-src 'self' https: data:; form-action 'self'; frame-ancestors 'self'; img-src 'self' data:; object-src 'none'; script-src 'self'; script-src-attr 'none'; style-src 'self' https: 'unsafe-inline'";

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
  await renderInto(page);
  server = await serveStatic(folder, '/', { 'content-security-policy': POLICY });
});

/** Puts what a server sends into the page that takes it over. */
async function renderInto(page: string): Promise<void> {
  const vite = await createServer({ configFile: join(page, 'vite.config.ts'), root: page, appType: 'custom', server: { middlewareMode: true, hmr: false, watch: null, ws: false }, optimizeDeps: { noDiscovery: true }, logLevel: 'error' });
  const rendered = (await vite.ssrLoadModule('/render.tsx')) as { everyMarkup: string; themedMarkup: string };
  await vite.close();
  const template = await readFile(join(folder, 'server.html'), 'utf8');
  await writeFile(join(folder, 'server.html'), template.replace('<!--markup-->', () => rendered.everyMarkup));
  await writeFile(join(folder, 'themed.html'), template.replace('<!--markup-->', () => rendered.themedMarkup));
}

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

test.for([
  ['of Helmet shows a chosen picture', HELMET, [40]],
  ["that takes nothing but the page's own leaves it unseen, and takes it", "default-src 'self'", []],
] as const)('a policy %s', async ([, policy, widths], { browser }) => {
  const strict = await serveStatic(folder, '/', { 'content-security-policy': policy });
  const page = await browser.newPage();
  const uncaught: string[] = [];
  page.on('pageerror', ({ message }) => uncaught.push(message));
  await page.goto(strict.url);
  const panel = page.locator('.bs-generation-panel').first();
  await panel.getByRole('textbox', { name: 'Prompt', exact: true }).fill('A lighthouse in fog');
  await panel.locator('input[type=file]').setInputFiles({ name: 'rocks.png', mimeType: 'image/png', buffer: await sharp({ create: { width: 40, height: 30, channels: 3, background: 'teal' } }).png().toBuffer() });
  const name = panel.getByText('rocks.png');
  await name.waitFor();
  // One that is refused goes away.
  await expect.poll(() => panel.locator('.bs-form-reference img').evaluateAll((images: HTMLImageElement[]) => images.map((image) => image.naturalWidth))).toEqual(widths);
  await panel.getByRole('button', { name: /^Generate/ }).click();
  await panel.locator('.bs-card').first().waitFor();
  expect(await panel.getByText(/cannot be read/).count()).toBe(0);
  await page.close();
  strict.close();
  expect(uncaught).toEqual([]);
});

test('rendered on a server, everything has its shape once the page is taken over, and nothing was refused', async ({ browser }) => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
  const problems = watch(page);
  await page.goto(`${server.url}server.html`);
  await page.locator('body[data-done]').waitFor();
  expect(await page.locator('[data-part="AssetViewer, rendering"] .bs-frame').first().evaluate((frame) => frame.clientWidth / frame.clientHeight)).toBeCloseTo(16 / 9, 1);
  expect(await page.locator('[data-part="PromptForm, video"] .bs-form-outline > i').first().evaluate((icon) => icon.clientWidth)).toBeGreaterThan(15);
  expect(await page.locator('[data-part="BalanceMeter"] .bs-gauge-left').evaluate((bar) => bar.getBoundingClientRect().width)).toBeLessThan(800);
  await page.close();
  // What is on the pictures' host is of no matter here.
  expect(problems.filter((problem) => !/ERR_NAME_NOT_RESOLVED/.test(problem))).toEqual([]);
});

test('rendered on a server, variables that the app gives hold once the page is taken over', async ({ browser }) => {
  const page = await browser.newPage();
  await page.goto(`${server.url}themed.html`);
  await page.locator('body[data-done]').waitFor();
  expect(await page.locator('.bs-balance-amount').evaluate((amount) => getComputedStyle(amount).color)).toBe('rgb(1, 2, 3)');
  await page.close();
});
