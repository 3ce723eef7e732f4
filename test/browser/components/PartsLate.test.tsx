// A part that comes when the test lets it: what is done before it is there must not be lost on it.
import { screen, waitFor } from '@testing-library/react';
import { AssetGallery } from 'bytespike-react';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { history } from '../../../stories/asset-gallery/history.js';
import { picture, show } from './support.js';

const list = vi.hoisted(() => {
  let come = (): void => {};
  return { promise: new Promise<void>((resolve) => (come = resolve)), come: () => come() };
});
vi.mock('../../../src/components/asset-gallery/VirtualRows.js', async (load) => list.promise.then(() => load()));

test('where the keyboard went before the list of ten thousand was there is seen once it is', async () => {
  await page.viewport(740, 700);
  show(<AssetGallery tasks={history(10_000, [{ kind: 'image', url: await picture(64, 64) }])} />);
  const grid = await screen.findByRole('grid');
  grid.focus();
  await userEvent.keyboard('{Control>}{End}{/Control}');
  const last = () => document.querySelector('[data-id="key-9999"]');
  expect(last()).toBe(null);
  list.come();
  await waitFor(() => expect(last()!.getBoundingClientRect().bottom).toBeLessThanOrEqual(grid.getBoundingClientRect().bottom + 1));
});
