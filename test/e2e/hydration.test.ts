// Rendered on a server, which speaks another language, lives in another zone and has another time of day than who reads it.
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { componentDependencies } from '../support/browser-dependencies.js';
import { launchChromium } from '../support/chromium.js';
import { publicNames } from '../../scripts/public-names.js';
import { watch } from './page.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const DAY_MS = 24 * 60 * 60_000;

let server: ViteDevServer;
let html: Record<string, Record<string, string>>;

beforeAll(async () => {
  server = await createServer({
    root,
    configFile: false,
    appType: 'custom',
    logLevel: 'error',
    cacheDir: 'node_modules/.vite/hydration',
    plugins: [
      react(),
      {
        name: 'pages',
        configureServer({ middlewares }) {
          middlewares.use((req, res, next) => {
            const { pathname, searchParams } = new URL(req.url ?? '/', 'http://x');
            if (pathname === '/favicon.ico') return void res.writeHead(204).end();
            if (pathname !== '/') return next();
            const parts = Object.entries(html[searchParams.get('locale') ?? ''] ?? {}).map(([name, markup]) => `<div data-part="${name}">${markup}</div>`);
            res.setHeader('content-type', 'text/html; charset=utf-8');
            res.end(`<!doctype html><html lang="en"><title>Hydration</title><body>${parts.join('')}<script type="module" src="/test/e2e/hydration/browser.tsx"></script>`);
          });
        },
      },
    ],
    resolve: { alias: publicNames('index.browser.ts') },
    optimizeDeps: { include: [...componentDependencies, '@tanstack/react-query', 'react-dom/client', 'eventsource-parser'], noDiscovery: true },
    server: { port: 0, host: '127.0.0.1', hmr: false, watch: null },
  });
  const { render } = (await server.ssrLoadModule('/test/e2e/hydration/server.tsx')) as { render: (locale: string | undefined) => Promise<Record<string, string>> };
  html = { '': await render(undefined), de: await render('de') };
  await server.listen();
});
afterAll(() => server.close());

test.each([
  ['no language given, in a German browser in Tokyo, a day later', '', 'de-DE', 'Asia/Tokyo', DAY_MS],
  ['no language given, in an Arabic browser in Los Angeles, a day earlier', '', 'ar-EG', 'America/Los_Angeles', -DAY_MS],
  ['no language given, in a Persian browser on Lord Howe Island, half an hour off', '', 'fa-IR', 'Australia/Lord_Howe', DAY_MS / 48],
  ['German given, in an English browser in Kiritimati', 'de', 'en-GB', 'Pacific/Kiritimati', 0],
] as const)('is taken over without a word: %s', async (_, given, locale, timezoneId, ahead) => {
  expect(await hydrated(given, { locale, timezoneId }, ahead)).toEqual({ complaints: [], problems: [] });
});

test('is then in the person’s own language', async () => {
  const browser = await launchChromium();
  const page = await (await browser.newContext({ locale: 'de-DE', timezoneId: 'Asia/Tokyo' })).newPage();
  await page.goto(address(''));
  await page.locator('body[data-done]').waitFor();
  // Alone, and not in a sentence of what was spent.
  const amount = page.getByText(/^1\.234,50\s\$$/).first();
  await amount.waitFor();
  expect(await amount.innerText()).toMatch(/^1\.234,50\s\$$/);
  await browser.close();
});

test('what was typed before is kept, and what was pressed leads nowhere', async () => {
  const browser = await launchChromium();
  const page = await browser.newPage();
  const late = `${address('')}?late`;
  await page.goto(late, { waitUntil: 'commit' });
  await page.waitForFunction(() => 'begin' in globalThis);
  const part = page.locator('[data-part="PromptForm, empty"]');
  const prompt = part.locator('.bs-form-prompt');
  await prompt.fill('A kite at dusk');
  await part.getByRole('button', { name: /^Generate/ }).click();
  await prompt.press('ControlOrMeta+Enter');
  await page.evaluate(() => (globalThis as typeof globalThis & { begin: () => void }).begin());
  await page.locator('body[data-done]').waitFor();
  expect([page.url(), await prompt.inputValue(), await part.locator('.bs-form-counter').innerText()]).toEqual([late, 'A kite at dusk', '14 characters']);
  await browser.close();
});

test('what was kept of a form is there once the page was taken over, without a word, unless something else was typed by then', async () => {
  const browser = await launchChromium();
  const page = await browser.newPage();
  await page.addInitScript(() => {
    sessionStorage.setItem('bytespike:1:default:draft:typed-before', JSON.stringify({ kind: 'video', prompt: 'A kite at dawn' }));
    sessionStorage.setItem('bytespike:1:default:draft:many:batch', JSON.stringify({ kind: 'video', text: 'A kettle\nA mug' }));
  });
  const fields = () => Promise.all(['GenerationPanel, typed before', 'BatchForm'].map((part) => page.locator(`[data-part="${part}"] textarea`).first().inputValue()));
  await page.goto(address(''));
  await page.locator('body[data-done]').waitFor();
  expect(await fields()).toEqual(['A kite at dawn', 'A kettle\nA mug']);
  expect(await page.evaluate(() => (globalThis as typeof globalThis & { complaints: string[] }).complaints)).toEqual([]);
  await page.goto(`${address('')}?late`, { waitUntil: 'commit' });
  await page.waitForFunction(() => 'begin' in globalThis);
  await page.locator('[data-part="GenerationPanel, typed before"] textarea').first().fill('A kite at noon');
  await page.evaluate(() => (globalThis as typeof globalThis & { begin: () => void }).begin());
  await page.locator('body[data-done]').waitFor();
  expect(await fields()).toEqual(['A kite at noon', 'A kettle\nA mug']);
  await browser.close();
});

async function hydrated(given: string, context: { locale: string; timezoneId: string }, ahead: number) {
  const browser = await launchChromium();
  const page = await (await browser.newContext(context)).newPage();
  await page.clock.setFixedTime(Date.now() + ahead);
  const problems = watch(page);
  await page.goto(address(given));
  await page.locator('body[data-done]').waitFor();
  await page.waitForLoadState('networkidle');
  const complaints = await page.evaluate(() => (globalThis as typeof globalThis & { complaints: string[] }).complaints);
  await browser.close();
  // What is on the pictures' host is of no matter here.
  return { complaints, problems: problems.filter((problem) => !/files\.example\.com|ERR_NAME_NOT_RESOLVED|Download the React DevTools|\[vite\]/.test(problem)) };
}

const address = (locale: string): string => `${server.resolvedUrls!.local[0]!}${locale === '' ? '' : `?locale=${locale}`}`;
