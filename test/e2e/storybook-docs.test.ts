import { describe, expect, it } from 'vitest';
import { deadLinks } from './links.js';
import { walk } from './preview.js';
import { useStorybook } from './storybook.js';

// Beside the stories, not after them: the two are what takes longest of all.
describe('the pages of docs in the built Storybook', () => {
  const storybook = useStorybook();

  // Those of every state cost as much as all others.
  it.each([
    ['every state', true],
    ['anything else', false],
  ])('renders every page of %s, and none of their links is dead', async (_, areOfStates) => {
    const docs = storybook.entries.filter(({ type, title }) => type === 'docs' && title.startsWith('Every state/') === areOfStates);
    expect(docs.length).toBeGreaterThan(14);
    const ids = new Set(storybook.entries.map(({ id }) => id));
    expect(await walk(storybook.browser, storybook.url, docs, (page) => deadLinks(page, ids))).toEqual([]);
  });

  it('copies a page as Markdown: headings, code and tables, and nothing of what lives in it', async () => {
    const context = await storybook.browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
    const page = await context.newPage();
    await page.goto(`${storybook.url}iframe.html?viewMode=docs&id=hooks-usevideotask--docs`);
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
});
