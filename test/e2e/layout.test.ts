import axe from 'axe-core';
import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { complete, generate, progress, test, turnTo } from './page.js';

const WIDTHS = [320, 500, 860, 1320];

describe.each(['light', 'dark'] as const)('the page in %s', (colorScheme) => {
  test('fits its window and passes axe, before, while and after something is made', async ({ page, studio }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await faults(page)).toEqual([]);

    await turnTo(page, 'Image');
    await page.getByRole('radio', { name: '4', exact: true }).check();
    await generate(page, 'Image', 'Averyveryveryverylongwordwithoutanyspacewhatsoevertobreakthelineat');
    await complete(page, studio);
    expect(await faults(page)).toEqual([]);

    await generate(page, 'Video', 'A lighthouse in fog [queue]');
    await progress(page, 'queued').waitFor();
    expect(await faults(page)).toEqual([]);

    await page.getByRole('button', { name: /^Cancel/ }).click();
    await progress(page, 'cancelled').waitFor();
    expect(await faults(page)).toEqual([]);
  });
});

async function faults(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (excess > 0) found.push(`${excess} px too wide at ${width} px`);
  }
  return [...found, ...(await axeFaults(page))];
}

async function axeFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const { axe: injected } = globalThis as typeof globalThis & { axe: typeof axe };
    return (await injected.run()).violations;
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}
