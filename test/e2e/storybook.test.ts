import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumFlags, findChromium } from '../../scripts/chromium.mjs';
import { serveStatic, type StaticServer } from '../support/static-server.js';

/** One entry of Storybook's own index. */
interface Entry {
  id: string;
  type: 'story' | 'docs';
  title: string;
  tags: readonly string[];
}

/** Pages that are open at once. */
const PAGES = 4;

let folder: string;
let server: StaticServer;
let browser: Browser;
let entries: Entry[];

beforeAll(async () => {
  folder = process.env['STORYBOOK_BUILT'] ?? (await mkdtemp(join(tmpdir(), 'bytespike-storybook-')));
  if (process.env['STORYBOOK_BUILT'] === undefined) await build(folder);
  server = await serveStatic(folder, '/a/team/ui/');
  const executablePath = findChromium();
  browser = await chromium.launch({ args: chromiumFlags, ...(executablePath ? { executablePath } : {}) });
  const index = (await (await fetch(`${server.url}index.json`)).json()) as { entries: Record<string, Entry> };
  entries = Object.values(index.entries);
}, 240_000);

afterAll(async () => {
  await browser.close();
  server.close();
  if (process.env['STORYBOOK_BUILT'] === undefined) await rm(folder, { recursive: true, force: true });
});

function build(target: string): Promise<void> {
  const command = spawn('storybook', ['build', '--quiet', '-o', target], { stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' });
  let said = '';
  command.stdout.on('data', (text: Buffer) => (said += text.toString()));
  command.stderr.on('data', (text: Buffer) => (said += text.toString()));
  return new Promise((resolve, reject) => {
    command.on('error', reject);
    command.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`storybook build failed:\n${said}`))));
  });
}

describe('the built Storybook, on a static host, below a path', () => {
  it('renders every story: no error in the console, no request to another origin', { timeout: 240_000 }, async () => {
    const stories = entries.filter(({ type }) => type === 'story');
    expect(stories.length).toBeGreaterThan(50);
    expect(await openAll(stories, rendered)).toEqual([]);
  });

  it('renders every page of docs, and none of their links is dead', { timeout: 240_000 }, async () => {
    const docs = entries.filter(({ type }) => type === 'docs');
    expect(docs.length).toBeGreaterThan(20);
    const ids = new Set(entries.map(({ id }) => id));
    expect(await openAll(docs, async (page) => [...(await rendered(page)), ...(await deadLinks(page, ids))])).toEqual([]);
  });

  it('is in order: from the start to the recipes, and what is internal is not in the sidebar', { timeout: 60_000 }, async () => {
    const sections = [...new Set(entries.map(({ title }) => title.split('/')[0]))];
    expect(sections).toEqual(['Start', 'Guides', 'Components', 'Hooks', 'Recipes', 'Every state', 'Internals']);
    const context = await browser.newContext();
    const page = await context.newPage();
    const problems = watch(page);
    await page.goto(`${server.url}?path=/docs/start-quick-start--docs`);
    await page.frameLocator('#storybook-preview-iframe').getByRole('heading', { level: 1, name: 'Quick start' }).waitFor();
    expect(await page.locator('#storybook-explorer-tree').innerText()).not.toMatch(/internals/i);
    // Storybook's own interface warns of what its next version will want of itself.
    expect(problems.filter((problem) => !problem.startsWith('warning'))).toEqual([]);
    await context.close();
  });

  it('brings a text for assistants and a list for tools', async () => {
    const reference = (await (await fetch(`${server.url}reference.json`)).json()) as { components: { name: string }[]; hooks: { name: string }[] };
    const text = await (await fetch(`${server.url}llms.txt`)).text();
    expect(reference.hooks.map(({ name }) => name)).toContain('useVideoTask');
    for (const { name } of [...reference.components, ...reference.hooks]) expect(text).toContain(`### ${name}`);
  });
});

/** Opens each entry in one of a few pages, and tells what was wrong with which. */
async function openAll(all: readonly Entry[], check: (page: Page, entry: Entry) => Promise<string[]>): Promise<string[]> {
  const context: BrowserContext = await browser.newContext();
  await context.addInitScript(deafWhilePlaying);
  const waiting = [...all];
  const wrong: string[] = [];
  const work = async () => {
    const page = await context.newPage();
    const problems = watch(page);
    for (let entry = waiting.shift(); entry !== undefined; entry = waiting.shift()) {
      await page.goto(`${server.url}iframe.html?id=${entry.id}&viewMode=${entry.type}&globals=a11y.manual:!true`, { waitUntil: 'commit' });
      // What the page before it said while it was left.
      problems.length = 0;
      const found = await check(page, entry).catch((error: unknown) => [String(error)]);
      wrong.push(...[...problems, ...found].map((problem) => `${entry.id}: ${problem}`));
    }
    await page.close();
  };
  await Promise.all(Array.from({ length: PAGES }, work));
  await context.close();
  return wrong;
}

/** What a person with the developer tools open would see. */
function watch(page: Page): string[] {
  const problems: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`));
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (!['blob:', 'data:'].includes(protocol) && origin !== new URL(server.url).origin) problems.push(`requested ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()} ${response.url()}`);
  });
  return problems;
}

/**
 * What a story plays is tested elsewhere, where it has the focus: here four pages share one, and
 * what a play misses for that is no fault of the build. A story that cannot be drawn shows it on the page.
 */
function deafWhilePlaying(): void {
  for (const level of ['error', 'warn'] as const) {
    const say = console[level];
    console[level] = (...said: unknown[]) => {
      const told = (window as StorybookWindow).__STORYBOOK_ADDONS_CHANNEL__?.last('storyRenderPhaseChanged')?.[0] as { newPhase?: string } | undefined;
      if (!['playing', 'played', 'errored', 'aborted'].includes(told?.newPhase ?? '')) say(...said);
    };
  }
}

interface StorybookWindow {
  __STORYBOOK_ADDONS_CHANNEL__?: { last(event: string): unknown[] | undefined };
}

/** Waits until the entry is on the page; says what Storybook says when it is not. What a story then plays is tested elsewhere. */
async function rendered(page: Page): Promise<string[]> {
  await page.waitForFunction(() => {
    const channel = (window as StorybookWindow).__STORYBOOK_ADDONS_CHANNEL__;
    const phase = (channel?.last('storyRenderPhaseChanged')?.[0] as { newPhase?: string } | undefined)?.newPhase ?? '';
    const isDrawn = ['playing', 'played', 'completing', 'completed', 'afterEach', 'finished'].includes(phase);
    const page = document.querySelector('.sbdocs-content');
    // A page of docs is there when its title is, and every story in it has begun to be drawn.
    const isRead = page?.querySelector('h1') !== null && page !== null && [...page.querySelectorAll('.sb-story')].every((story) => story.querySelector('.page, .themes, iframe') !== null);
    const isWrong = document.body.matches('.sb-show-errordisplay, .sb-show-nopreview');
    return isWrong || isRead || (isDrawn && page === null);
  }, undefined, { timeout: 30_000 });
  return page.evaluate(() => (document.body.matches('.sb-show-errordisplay, .sb-show-nopreview') ? [document.body.innerText.slice(0, 500)] : []));
}

/** Links of the page that lead nowhere: to an entry, an anchor or a file that is not there. */
async function deadLinks(page: Page, ids: ReadonlySet<string>): Promise<string[]> {
  const links = await page.locator('.sbdocs-content a[href]').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  const dead: string[] = [];
  for (const link of new Set(links)) {
    if (!(await leadsSomewhere(page, link, ids))) dead.push(`dead link ${link}`);
  }
  return dead;
}

async function leadsSomewhere(page: Page, link: string, ids: ReadonlySet<string>): Promise<boolean> {
  if (link.startsWith('#')) return (await page.locator(`[id="${link.slice(1)}"]`).count()) > 0;
  const target = new URL(link, page.url());
  if (target.origin !== new URL(page.url()).origin) return ['https:', 'mailto:'].includes(target.protocol);
  const path = target.searchParams.get('path');
  if (path !== null) return ids.has(path.replace(/^\/(docs|story)\//, ''));
  return target.searchParams.has('id') ? ids.has(target.searchParams.get('id') ?? '') : (await fetch(target)).ok;
}
