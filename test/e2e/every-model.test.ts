import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { catalog } from '../../src/core/catalog/catalog.js';
import { chooseModel, complete, generate, test, turnTo } from './page.js';
import type { Studio } from './studio.js';

describe('whatever was set for the one before', () => {
  test('makes an image with every model', async ({ page, studio }) => {
    await turnTo(page, 'Image');
    await chooseModel(page, 'GPT-Image 2 Official');
    await page.getByRole('radio', { name: '2:3, tall' }).check();
    await page.getByRole('radio', { name: 'High' }).check();
    await page.getByRole('radio', { name: '2', exact: true }).check();
    await walk(page, studio, 'Image');
  });

  test('makes a clip with every model', async ({ page, studio }) => {
    await chooseModel(page, 'Sora 2 Pro');
    await page.getByRole('radio', { name: '1080p' }).check();
    await page.getByRole('spinbutton', { name: 'Seconds' }).fill('7');
    await walk(page, studio, 'Video');
  });
});

async function walk(page: Page, studio: Studio, kind: 'Image' | 'Video'): Promise<void> {
  const models = catalog.models.filter((model) => model.kind === kind.toLowerCase());
  expect(models.length).toBeGreaterThan(5);
  for (const { id, name } of models) {
    await chooseModel(page, name);
    await generate(page, kind, `A paper boat, by ${id}`);
    await complete(page, studio);
  }
  expect((await studio.ledger()).charges.map(({ model }) => model)).toEqual(models.map(({ id }) => id));
}
