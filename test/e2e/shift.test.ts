// Cumulative layout shift, as the browser itself measures it, from the press of the button until the result is there.
import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { chooseModel, complete, playable, press, progress, test, turnTo } from './page.js';
import type { Studio } from './studio.js';

/** So high that all of the page is in sight: what moves out of sight is not measured. */
const HEIGHT = 2000;

describe.each([1320, 360])('in a window %d pixels wide', (width) => {
  test('nothing moves while an image is made, and with the next one only the history does', async ({ page, studio }) => {
    await ask(page, width, 'Image', 'Seedream V5 lite', 'A kettle on the left and a mug on the right');
    await watchShifts(page);
    await make(page, studio);
    expect(await shifts(page)).toEqual([]);
    await make(page, studio);
    // The newest comes first: at the press of the button the one before it goes on by one place.
    expect((await shifts(page)).filter((moved) => !/^\S+ div\.bs-tile$/.test(moved))).toEqual([]);
  });

  test('nothing moves while a clip is made', async ({ page, studio }) => {
    await ask(page, width, 'Video', 'Veo 3.1 Fast', await playable(page, 'Tide coming in over black rocks'));
    await watchShifts(page);
    await make(page, studio);
    expect(await shifts(page)).toEqual([]);
  });
});

/** Fills the form, and waits until it has its price and what that leaves. */
async function ask(page: Page, width: number, kind: 'Image' | 'Video', model: string, prompt: string): Promise<void> {
  await page.setViewportSize({ width, height: HEIGHT });
  await turnTo(page, kind);
  await chooseModel(page, model);
  await page.getByRole('textbox', { name: 'Prompt', exact: true }).fill(prompt);
  await page.locator('.bs-cost-preview dt').getByText('Balance after').waitFor();
}

/** Presses the button, and waits until the result is seen and the history has it. */
async function make(page: Page, studio: Studio): Promise<void> {
  const made = page.locator('.bs-tile[data-status="completed"]');
  const before = await made.count();
  await press(page);
  await progress(page, 'completed').waitFor({ state: 'detached' });
  await complete(page, studio);
  await page.locator('.bs-figure[data-state="shown"]').waitFor();
  await made.nth(before).waitFor();
}

interface Shift extends PerformanceEntry {
  value: number;
  sources: readonly { node: Node | null }[];
}

type Watching = typeof globalThis & { shifts(): Promise<string[]> };

/** From now on: everything that moves, also that which follows a press. */
function watchShifts(page: Page): Promise<void> {
  return page.evaluate(() => {
    const since = performance.now();
    const entries: Shift[] = [];
    const observer = new PerformanceObserver((list) => entries.push(...(list.getEntries() as Shift[])));
    observer.observe({ type: 'layout-shift', buffered: true });
    const nameOf = (node: Node | null): string => {
      const element = node instanceof Element ? node : node?.parentElement;
      return element ? [element.localName, ...element.classList].join('.') : '(gone)';
    };
    (globalThis as Watching).shifts = async () => {
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      entries.push(...(observer.takeRecords() as Shift[]));
      return entries
        .filter(({ startTime }) => startTime >= since)
        .map(({ value, sources }) => `${value.toExponential(1)} ${sources.map(({ node }) => nameOf(node)).join(' ')}`);
    };
  });
}

/** What moved, by how much, and what it was. */
function shifts(page: Page): Promise<string[]> {
  return page.evaluate(() => (globalThis as Watching).shifts());
}
