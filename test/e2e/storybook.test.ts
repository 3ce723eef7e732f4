import { describe, expect, it } from 'vitest';
import { PATIENCE_MS } from '../support/patience.js';
import { walk, watch } from './preview.js';
import { useStorybook } from './storybook.js';

describe('the built Storybook, on a static host, below a path', () => {
  const storybook = useStorybook();

  // Every story by itself, with a console that is silent, is the suite's own project. Built, stories of one file are one script.
  it('renders a story of every file: no error in the console, no request to another origin', async () => {
    const stories = [...new Map(storybook.entries.filter(({ type }) => type === 'story').map((entry) => [entry.importPath, entry])).values()];
    expect(stories.length).toBeGreaterThan(25);
    expect(await walk(storybook.browser, storybook.url, stories)).toEqual([]);
  });

  it('is in order: from the start to the recipes, and what is internal is not in the sidebar', async () => {
    const sections = [...new Set(storybook.entries.map(({ title }) => title.split('/')[0]))];
    expect(sections).toEqual(['Start', 'Guides', 'Components', 'Hooks', 'Recipes', 'Every state', 'Internals']);
    const context = await storybook.browser.newContext();
    const page = await context.newPage();
    const problems = watch(page, storybook.url);
    await page.goto(`${storybook.url}?path=/docs/start-quick-start--docs`);
    // Storybook's own interface is five megabytes of script before it.
    await page.frameLocator('#storybook-preview-iframe').getByRole('heading', { level: 1, name: 'Quick start' }).waitFor({ timeout: PATIENCE_MS * 3 });
    expect(await page.locator('#storybook-explorer-tree').innerText()).not.toMatch(/internals/i);
    // Storybook's own interface warns of what its next version will want of itself.
    expect(problems.filter((problem) => !problem.startsWith('warning'))).toEqual([]);
    await context.close();
  });

  it('brings what shadcn adds to an app, on either library', async () => {
    for (const [folder, library] of [['r', '@tanstack/react-query'], ['r/swr', 'swr']] as const) {
      const { items } = (await (await fetch(`${storybook.url}${folder}/registry.json`)).json()) as { items: { name: string }[] };
      expect(items.map(({ name }) => name)).toEqual(expect.arrayContaining(['task-progress', 'studio', 'theme']));
      for (const { name } of items) expect(await (await fetch(`${storybook.url}${folder}/${name}.json`)).json()).toMatchObject({ name });
      expect(await (await fetch(`${storybook.url}${folder}/studio.json`)).json()).toMatchObject({ dependencies: expect.arrayContaining([library]) });
    }
  });

  it('brings a text for assistants and a list for tools', async () => {
    const reference = (await (await fetch(`${storybook.url}reference.json`)).json()) as { components: { name: string }[]; hooks: { name: string }[] };
    const text = await (await fetch(`${storybook.url}llms.txt`)).text();
    expect(reference.hooks.map(({ name }) => name)).toContain('useVideoTask');
    for (const { name } of [...reference.components, ...reference.hooks]) expect(text).toContain(`### ${name}`);
    for (const file of ['llms-full.txt', 'SKILL.md']) expect((await fetch(storybook.url + file)).status).toBe(200);
  });
});
