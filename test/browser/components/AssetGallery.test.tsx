import { screen, waitFor } from '@testing-library/react';
import { type Asset, AssetGallery, type AssetGalleryProps, type TaskRecord, type TasksResult } from 'bytespike-react';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { everyState, finished, history } from '../../../stories/asset-gallery/history.js';
import { active, App, cell, confirm, enter, grid, ready, selected, shown, told } from './gallery-support.js';
import { picture, setTheme, show } from './support.js';

let image: Asset;

beforeEach(async () => {
  setTheme('light');
  await page.viewport(740, 700);
  image = { kind: 'image', url: await picture(64, 64) };
});

describe('by keyboard alone', () => {
  test('look through, open, select, and remove', async () => {
    const onOpen = vi.fn<(task: TaskRecord) => void>();
    show(<App initial={history(40, [image])} onOpen={onOpen} />);
    await ready();
    await enter();
    expect(active()).toBe('key-0');
    expect(grid().getAttribute('aria-colcount')).toBe('4');
    await userEvent.keyboard('{ArrowRight}{ArrowDown}');
    expect(active()).toBe('key-5');
    await userEvent.keyboard('{Home}');
    expect(active()).toBe('key-4');
    await userEvent.keyboard('{End}{Enter}');
    expect(onOpen.mock.calls.map(([task]) => task.outTaskId)).toEqual(['key-7']);
    await userEvent.keyboard(' {Shift>}{ArrowRight}{ArrowRight}{ArrowLeft}{/Shift}');
    expect(selected()).toEqual(['key-7', 'key-8']);
    expect(told()).toContain('2 selected');
    await userEvent.keyboard('{Delete}');
    expect(await screen.findByRole('dialog', { name: 'Remove 2 from the history?' })).toBeTruthy();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(grid()));
    await confirm();
    await waitFor(() => expect(screen.getByText('38 items')).toBeTruthy());
    expect(told()).toContain('2 removed');
    expect(document.activeElement).toBe(grid());
    // Where it was is gone: it stays at that place.
    expect(active()).toBe('key-10');
  });

  test('to the end of ten thousand and back: what has the keyboard is in the page', async () => {
    show(<App initial={history(10_000, [image])} />);
    await ready();
    await enter();
    await userEvent.keyboard('{Control>}{End}{/Control}');
    await waitFor(() => expect(active()).toBe('key-9999'));
    await waitFor(() => expect(cell('key-9999').getBoundingClientRect().bottom).toBeLessThanOrEqual(grid().getBoundingClientRect().bottom + 1));
    expect(document.querySelectorAll('*').length).toBeLessThan(2000);
    await userEvent.keyboard('{PageUp}');
    expect(Number(active()!.slice('key-'.length))).toBeLessThan(9999 - 4);
    grid().scrollTo(0, 0);
    await waitFor(() => expect(shown()).toContain('key-0'));
    // Scrolled away from, and still where the next key begins.
    expect(active()).toBeDefined();
    await userEvent.keyboard('{Control>}{Home}{/Control}');
    expect(active()).toBe('key-0');
  });

  test('all, and none', async () => {
    const onSelectionChange = vi.fn<(ids: readonly string[]) => void>();
    show(<App initial={history(40, [image])} onSelectionChange={onSelectionChange} />);
    await ready();
    await enter();
    await userEvent.keyboard('{Control>}a{/Control}');
    expect(onSelectionChange.mock.lastCall?.[0]).toHaveLength(40);
    expect(told()).toContain('40 selected');
    await userEvent.keyboard('{Escape}');
    expect(onSelectionChange.mock.lastCall?.[0]).toEqual([]);
    await userEvent.keyboard('{Tab}');
    expect(document.activeElement).not.toBe(grid());
  });

  test('what can be done with a selection is one Tab away', async () => {
    show(<App initial={history(4, [image])} />);
    await ready();
    await enter();
    await userEvent.keyboard(' {Tab}');
    expect(document.activeElement?.textContent).toBe('Clear');
    await userEvent.keyboard('{Enter}');
    expect(selected()).toEqual([]);
  });

  test('mirrored from right to left', async () => {
    show(
      <div dir="rtl">
        <App initial={history(8, [image])} />
      </div>,
    );
    await ready();
    await enter();
    await userEvent.keyboard('{ArrowLeft}');
    expect(active()).toBe('key-1');
    expect(cell('key-1').getBoundingClientRect().left).toBeLessThan(cell('key-0').getBoundingClientRect().left);
  });

  test('nothing can be removed or selected where the app does not want that', async () => {
    show(<AssetGallery tasks={history(8, [image])} selectable={false} />);
    await ready();
    await enter();
    await userEvent.keyboard(' {Delete}{Control>}a{/Control}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.queryByRole('checkbox')).toBeNull();
    expect(cell('key-0').hasAttribute('aria-selected')).toBe(false);
  });

  test('the focus stays in the gallery when the last one goes', async () => {
    show(<App initial={history(1, [image])} />);
    await ready();
    await enter();
    await confirm();
    await screen.findByText('Nothing here yet');
    expect(document.querySelector('.bs-gallery')!.contains(document.activeElement)).toBe(true);
  });
});

describe('by pointer', () => {
  test('a press opens; once something is selected it selects', async () => {
    const onOpen = vi.fn<(task: TaskRecord) => void>();
    show(<App initial={history(8, [image])} onOpen={onOpen} />);
    await ready();
    await userEvent.click(cell('key-2'));
    expect(onOpen).toHaveBeenCalledTimes(1);
    await userEvent.click(cell('key-1').querySelector('input')!);
    await userEvent.click(cell('key-4'), { modifiers: ['Shift'] });
    expect(selected()).toEqual(['key-1', 'key-2', 'key-3', 'key-4']);
    await userEvent.click(cell('key-2'));
    expect(selected()).toEqual(['key-1', 'key-3', 'key-4']);
    expect(onOpen).toHaveBeenCalledTimes(1);
  });
});

describe('filters', () => {
  test('by words, kind, status and model, with the keyboard', async () => {
    show(<App initial={everyState([image, { ...image, kind: 'video' }])} />);
    await ready();
    await userEvent.keyboard('{Tab}kettle left');
    await waitFor(() => expect(told()).toContain('6 of 18 items'));
    await userEvent.keyboard('{Escape}{Tab}{ArrowRight}{ArrowRight}');
    expect(screen.getByRole('radio', { name: 'Videos' })).toHaveProperty('checked', true);
    await waitFor(() => expect(new Set([...document.querySelectorAll<HTMLElement>('[data-id]')].map(({ dataset }) => dataset['kind']))).toEqual(new Set(['video'])));
    await userEvent.keyboard('{Tab}');
    expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Status' }));
    await userEvent.keyboard('Failed');
    await waitFor(() => expect(screen.getAllByRole('gridcell')).toHaveLength(1));
    expect(screen.getByText('Blocked by the safety filter')).toBeTruthy();
  });

  test('that leave nothing can be cleared, and the focus stays', async () => {
    show(<App initial={history(3, [image])} defaultFilter={{ search: 'submarine' }} />);
    const clear = await screen.findByRole('button', { name: 'Clear filters' });
    clear.focus();
    await userEvent.keyboard('{Enter}');
    await ready();
    expect(document.querySelector('.bs-gallery')!.contains(document.activeElement)).toBe(true);
  });

  test('held by the page change only when it says so', async () => {
    const onFilterChange = vi.fn<NonNullable<AssetGalleryProps['onFilterChange']>>();
    show(<App initial={history(6, [image])} filter={{ model: 'gpt-image-2' }} onFilterChange={onFilterChange} />);
    await ready();
    await userEvent.click(screen.getByText('Videos'));
    expect(onFilterChange.mock.calls).toEqual([[{ model: 'gpt-image-2', kind: 'video' }]]);
    expect(screen.getByRole('radio', { name: 'All' })).toHaveProperty('checked', true);
    expect(shown()).toEqual(['key-0', 'key-4']);
  });

  test('what is selected and filtered away is not touched', async () => {
    const onRemove = vi.fn<(ids: readonly string[]) => void>();
    show(<AssetGallery tasks={history(6, [image])} onRemove={onRemove} defaultSelection={['key-0', 'key-1']} filter={{ model: 'veo-3.1-fast' }} />);
    await ready();
    expect(await screen.findByText('1 selected', { selector: '.bs-gallery-selected' })).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Remove' }));
    await userEvent.click((await screen.findByRole('dialog')).querySelector('[value="remove"]')!);
    await waitFor(() => expect(onRemove.mock.calls).toEqual([[['key-1']]]));
  });
});

describe('saving', () => {
  test('tells how each went, and offers what can be done', async () => {
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
    const fetched = vi.spyOn(globalThis, 'fetch').mockImplementation(async (given) => {
      if (new Request(given).url.includes('closed')) throw new TypeError('Failed to fetch');
      return new Response(new Blob(['x'], { type: 'image/png' }));
    });
    onTestFinished(() => [click, fetched].forEach((spy) => spy.mockRestore()));
    const at = (path: string): Asset => ({ kind: 'image', url: `${location.origin}/__vitest__/favicon.svg?${path}` });
    show(<App initial={[finished(0, [at('1')]), finished(6, [at('closed')]), finished(12, [{ ...at('closed too'), expiresAt: 1 }])]} defaultSelection={['key-0', 'key-6', 'key-12']} />);
    await userEvent.click(await screen.findByRole('button', { name: 'Download' }));
    await waitFor(() => expect(told()).toContain('1 of 3 saved'));
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('Its server does not allow saving from here.'),
      expect.stringContaining('The link no longer works.'),
    ]);
    expect(screen.getAllByRole('link')).toHaveLength(1);
    await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByRole('listitem')).toBeNull();
  });
});

test('takes the result of useTasks whole', async () => {
  const result: TasksResult = { tasks: history(3, [image]), remove: vi.fn<TasksResult['remove']>(), clear: vi.fn<TasksResult['clear']>() };
  const { rerender } = show(<AssetGallery tasks={result} />);
  await ready();
  expect(shown()).toEqual(['key-0', 'key-1', 'key-2']);
  rerender(<AssetGallery tasks={{ ...result, tasks: [] }} />);
  expect(screen.queryAllByRole('gridcell')).toEqual([]);
});
