// A part that comes when the test lets it: what is done before it is there must not be lost on it.
import { screen, waitFor } from '@testing-library/react';
import { AssetGallery, AssetViewer } from 'bytespike-react';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { history } from '../../../stories/asset-gallery/history.js';
import '../../support/drawn.js';
import { picture, show } from './support.js';

const [list, onwards] = vi.hoisted(() => {
  const late = () => {
    let come = (): void => {};
    return { promise: new Promise<void>((resolve) => (come = resolve)), come: () => come() };
  };
  return [late(), late()];
});
vi.mock('../../../src/components/asset-gallery/VirtualRows.js', async (load) => list.promise.then(() => load()));
vi.mock('../../../src/components/asset-viewer/tools/Onwards.js', async (load) => onwards.promise.then(() => load()));

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

test('under the pointer the tools of a picture come whole: none moves the edge of their group by joining later', async () => {
  const shifts: PerformanceEntry[] = [];
  const observer = new PerformanceObserver((entries) => shifts.push(...entries.getEntries()));
  const drawn = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const request = { model: 'seedream-v4', prompt: 'A kettle', seed: 7 };
  show(<AssetViewer assets={[{ kind: 'image', url: await picture(64, 64) }]} request={request} reuse={{ remix() {}, variations() {} }} />);
  await waitFor(() => expect(document.querySelector('.bs-figure[data-state=shown]')).not.toBe(null));
  await userEvent.hover(document.querySelector('.bs-figure')!);
  // What was there before would be faded in by now, and what cannot be seen yet moves nothing.
  const isFaded = () => document.getAnimations().some((animation) => animation instanceof CSSTransition);
  await drawn();
  await waitFor(() => expect(isFaded()).toBe(false));
  await drawn();
  observer.observe({ type: 'layout-shift' });
  onwards.come();
  await screen.findByRole('button', { name: 'Remix' });
  expect(screen.getByRole('group', { name: 'Actions' }).querySelectorAll('button')).toHaveLength(4);
  await waitFor(() => expect(isFaded()).toBe(false));
  await drawn();
  shifts.push(...observer.takeRecords());
  observer.disconnect();
  expect(shifts).toEqual([]);
});
