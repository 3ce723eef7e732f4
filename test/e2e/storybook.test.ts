import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.js';
import { serveStatic, type StaticServer } from '../support/static-server.js';
import { built } from './built.js';
import { deadLinks } from './links.js';
import { type Entry, walk, watch } from './preview.js';

let server: StaticServer;
let browser: Browser;
let entries: Entry[];

beforeAll(async () => {
  const folder = process.env['STORYBOOK_BUILT'] ?? (await built('storybook')).folder;
  server = await serveStatic(folder, '/a/team/ui/');
  browser = await launchChromium();
  const index = (await (await fetch(`${server.url}index.json`)).json()) as { entries: Record<string, Entry> };
  entries = Object.values(index.entries);
});

afterAll(async () => {
  await browser.close();
  server.close();
});

describe('the built Storybook, on a static host, below a path', () => {
  // Every story by itself, with a console that is silent, is the suite's own project. Built, stories of one file are one script.
  it('renders a story of every file: no error in the console, no request to another origin', async () => {
    const stories = [...new Map(entries.filter(({ type }) => type === 'story').map((entry) => [entry.importPath, entry])).values()];
    expect(stories.length).toBeGreaterThan(25);
    expect(await walk(browser, server.url, stories)).toEqual([]);
  });

  it('renders every page of docs, and none of their links is dead', async () => {
    const docs = entries.filter(({ type }) => type === 'docs');
    expect(docs.length).toBeGreaterThan(20);
    const ids = new Set(entries.map(({ id }) => id));
    expect(await walk(browser, server.url, docs, (page) => deadLinks(page, ids))).toEqual([]);
  });

  it('is in order: from the start to the recipes, and what is internal is not in the sidebar', async () => {
    const sections = [...new Set(entries.map(({ title }) => title.split('/')[0]))];
    expect(sections).toEqual(['Start', 'Guides', 'Components', 'Hooks', 'Recipes', 'Every state', 'Internals']);
    const context = await browser.newContext();
    const page = await context.newPage();
    const problems = watch(page, server.url);
    await page.goto(`${server.url}?path=/docs/start-quick-start--docs`);
    await page.frameLocator('#storybook-preview-iframe').getByRole('heading', { level: 1, name: 'Quick start' }).waitFor();
    expect(await page.locator('#storybook-explorer-tree').innerText()).not.toMatch(/internals/i);
    // Storybook's own interface warns of what its next version will want of itself.
    expect(problems.filter((problem) => !problem.startsWith('warning'))).toEqual([]);
    await context.close();
  });

  it('copies a page as Markdown: headings, code and tables, and nothing of what lives in it', async () => {
    const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
    const page = await context.newPage();
    await page.goto(`${server.url}iframe.html?viewMode=docs&id=hooks-usevideotask--docs`);
    const button = page.getByRole('button', { name: 'Copy as Markdown' });
    await page.getByRole('heading', { name: 'What it returns' }).waitFor();
    await button.click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).toMatch(/^# useVideoTask$/m);
    expect(text).toMatch(/^```tsx\nimport \{ AssetViewer/m);
    expect(text).toMatch(/^\| Name +\|/m);
    expect(text).not.toMatch(/What the hook returns now|Copy as Markdown/);
    await context.close();
  });

  it('brings what shadcn adds to an app, on either library', async () => {
    for (const [folder, library] of [['r', '@tanstack/react-query'], ['r/swr', 'swr']] as const) {
      const { items } = (await (await fetch(`${server.url}${folder}/registry.json`)).json()) as { items: { name: string }[] };
      expect(items.map(({ name }) => name)).toEqual(expect.arrayContaining(['task-progress', 'studio', 'theme']));
      for (const { name } of items) expect(await (await fetch(`${server.url}${folder}/${name}.json`)).json()).toMatchObject({ name });
      expect(await (await fetch(`${server.url}${folder}/studio.json`)).json()).toMatchObject({ dependencies: expect.arrayContaining([library]) });
    }
  });

  it('brings a text for assistants and a list for tools', async () => {
    const reference = (await (await fetch(`${server.url}reference.json`)).json()) as { components: { name: string }[]; hooks: { name: string }[] };
    const text = await (await fetch(`${server.url}llms.txt`)).text();
    expect(reference.hooks.map(({ name }) => name)).toContain('useVideoTask');
    for (const { name } of [...reference.components, ...reference.hooks]) expect(text).toContain(`### ${name}`);
    for (const file of ['llms-full.txt', 'SKILL.md']) expect((await fetch(server.url + file)).status).toBe(200);
  });
});
