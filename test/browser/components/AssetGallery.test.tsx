import { fireEvent, screen, waitFor } from '@testing-library/react';
import { type Asset, AssetGallery, type AssetGalleryProps, type TaskRecord, type TasksResult } from 'bytespike-react';
import { type ReactNode, useState } from 'react';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { changed, everyState, finished, history } from '../../../stories/asset-gallery/history.js';
import { embedded } from '../../../stories/fixtures.js';
import { clip } from '../../../stories/generated.js';
import { emulate, picture, setTheme, show, type Theme, violations } from './support.js';

let image: Asset;

beforeEach(async () => {
  setTheme('light');
  await page.viewport(740, 700);
  image = { kind: 'image', url: await picture(64, 64) };
});

/** An app that forgets what it is asked to forget. */
function App({ initial, ...props }: Partial<AssetGalleryProps> & { initial: readonly TaskRecord[] }): ReactNode {
  const [tasks, setTasks] = useState(initial);
  return <AssetGallery tasks={tasks} onRemove={(ids) => setTasks(tasks.filter(({ outTaskId }) => !ids.includes(outTaskId)))} {...props} />;
}

const grid = () => screen.getByRole('grid');
const active = () => document.getElementById(grid().getAttribute('aria-activedescendant') ?? '')?.dataset['id'];
const selected = () => [...document.querySelectorAll<HTMLElement>('[aria-selected="true"]')].map(({ dataset }) => dataset['id']);
const told = () => screen.getAllByRole('status').map(({ textContent }) => textContent).filter(Boolean);
const shown = () => [...document.querySelectorAll<HTMLElement>('[role="gridcell"]')].map(({ dataset }) => dataset['id']);
const cell = (id: string) => document.querySelector<HTMLElement>(`[data-id="${id}"]`)!;
const ready = () => screen.findAllByRole('gridcell');
/** Enters the grid with the Tab key alone. */
async function enter(): Promise<void> {
  for (let presses = 0; document.activeElement !== grid() && presses < 9; presses++) await userEvent.keyboard('{Tab}');
  expect(document.activeElement).toBe(grid());
}
/** Removes what is selected, with the keyboard alone. */
async function confirm(): Promise<void> {
  await userEvent.keyboard('{Delete}');
  // A key that comes before that is the grid's.
  await waitFor(() => expect(screen.getByRole('dialog').contains(document.activeElement)).toBe(true));
  await userEvent.keyboard('{Tab}{Enter}');
}
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

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

describe('what one looks at does not move', () => {
  const fresh = (second: number) => changed(finished(1, [image]), -second, { status: 'running' });

  test('new ones wait while one has scrolled, and come when they are asked for', async () => {
    const old = history(200, [image]);
    const { rerender } = show(<AssetGallery tasks={old} />);
    await ready();
    grid().scrollTo(0, 900);
    await waitFor(() => expect(shown()).not.toContain('key-0'));
    await waitFor(() => expect(shown()).toContain('key-16'));
    await frame();
    const before = cell('key-16').getBoundingClientRect().top;
    rerender(<AssetGallery tasks={[fresh(20), fresh(10), ...old]} />);
    const button = await screen.findByRole('button', { name: 'Show 2 new' });
    expect(told()).toContain('Show 2 new');
    expect(cell('key-16').getBoundingClientRect().top).toBe(before);
    await userEvent.click(button);
    await waitFor(() => expect(shown()[0]).toBe('key-1--20'));
    expect(grid().scrollTop).toBe(0);
    expect(document.activeElement).toBe(grid());
  });

  test('new ones come at once at the top, and wait while the keyboard is there', async () => {
    const old = history(20, [image]);
    const [first, second] = [fresh(10), fresh(20)];
    const { rerender } = show(<AssetGallery tasks={old} />);
    await ready();
    rerender(<AssetGallery tasks={[first, ...old]} />);
    await waitFor(() => expect(shown()[0]).toBe('key-1--10'));
    await enter();
    await userEvent.keyboard('{ArrowRight}');
    rerender(<AssetGallery tasks={[second, first, ...old]} />);
    await screen.findByRole('button', { name: 'Show 1 new' });
    expect([shown()[0], active()]).toEqual(['key-1--10', 'key-0']);
    grid().blur();
    await waitFor(() => expect(shown()[0]).toBe('key-1--20'));
    expect(active()).toBe('key-0');
  });

  test('another width keeps the same ones in sight', async () => {
    show(<AssetGallery tasks={history(2000, [image])} />);
    await ready();
    grid().scrollTo(0, 20_000);
    await waitFor(() => expect(shown()).not.toContain('key-0'));
    await frame();
    const first = (): number => {
      const top = grid().getBoundingClientRect().top;
      const seen = [...document.querySelectorAll<HTMLElement>('[role="gridcell"]')].find((each) => each.getBoundingClientRect().bottom > top + 8);
      return Number(seen?.dataset['id']?.slice('key-'.length));
    };
    const before = first();
    expect(before).toBeGreaterThan(200);
    await page.viewport(420, 700);
    await waitFor(() => expect(grid().getAttribute('aria-colcount')).toBe('2'));
    await waitFor(() => expect(Math.abs(first() - before)).toBeLessThanOrEqual(8));
  });

  test('a picture that arrives changes no place', async () => {
    const task = changed(finished(0, [image]), 5, { status: 'running' });
    const { rerender } = show(<AssetGallery tasks={[task]} />);
    await ready();
    const box = () => {
      const { x, y, width, height } = screen.getByRole('gridcell').getBoundingClientRect();
      return { x, y, width, height };
    };
    const before = box();
    rerender(<AssetGallery tasks={[{ ...task, snapshot: finished(0, [{ ...image, url: await picture(100, 700) }]).snapshot }]} />);
    await waitFor(() => expect(document.querySelector('img[data-shown]')).not.toBeNull());
    expect(box()).toEqual(before);
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

describe('what is in a tile', () => {
  test('base64 is shown by a blob address, given up when it scrolls away', async () => {
    const revoked = vi.spyOn(URL, 'revokeObjectURL');
    onTestFinished(() => revoked.mockRestore());
    show(<AssetGallery tasks={[finished(0, [embedded]), ...history(400, [image]).slice(1)]} />);
    await ready();
    const url = cell('key-0').querySelector('img')!.src;
    expect(url).toMatch(/^blob:/);
    grid().scrollTo(0, 9000);
    await waitFor(() => expect(shown()).not.toContain('key-0'));
    await waitFor(() => expect(revoked.mock.calls.map(([each]) => each)).toContain(url));
  });

  test('a film is not asked for while it is only scrolled past, nor played unasked', async () => {
    const play = vi.spyOn(HTMLMediaElement.prototype, 'play').mockResolvedValue();
    onTestFinished(() => play.mockRestore());
    const [film] = await clip('Tide', '16:9');
    show(<AssetGallery tasks={history(4, [image, film!])} />);
    await ready();
    expect(document.querySelector('video')).toBeNull();
    await waitFor(() => expect(document.querySelectorAll('video')).toHaveLength(2));
    const { preload, muted, autoplay } = cell('key-1').querySelector('video')!;
    expect([preload, muted, autoplay]).toEqual(['metadata', true, false]);
    expect(play).not.toHaveBeenCalled();
    await enter();
    await userEvent.keyboard('{ArrowRight}');
    await waitFor(() => expect(play.mock.contexts).toEqual([cell('key-1').querySelector('video')]));
  });

  test('an address that is not safe, expired or broken is words', async () => {
    show(<AssetGallery tasks={everyState([image]).slice(9, 12)} />);
    await ready();
    expect(await screen.findByText('Link expired')).toBeTruthy();
    expect(screen.getByText('Not shown: its address is not a safe one')).toBeTruthy();
    expect(await screen.findByText('Could not be loaded')).toBeTruthy();
    expect(document.querySelector('img')).toBeNull();
    expect(document.body.innerHTML).not.toContain('javascript:');
  });

  test('no animation when motion is unwelcome', async () => {
    await emulate('prefers-reduced-motion', 'reduce');
    onTestFinished(() => emulate('prefers-reduced-motion', undefined));
    show(<AssetGallery tasks={everyState([image])} />);
    await ready();
    expect(document.querySelector('.bs-glow')).not.toBeNull();
    expect(document.getAnimations()).toEqual([]);
  });
});

describe.each<Theme>(['light', 'dark'])('axe, %s', (theme) => {
  const selectAll = () => fireEvent.keyDown(grid(), { key: 'a', ctrlKey: true });
  test.each<[string, Partial<AssetGalleryProps>, (() => void) | undefined]>([
    ['every state', { defaultSelection: ['sent'] }, undefined],
    ['all selected', {}, selectAll],
    ['asking', {}, () => fireEvent.keyDown(grid(), { key: 'Delete' })],
    ['nothing found', { filter: { search: 'submarine' } }, undefined],
  ])('%s', async (_, props, act) => {
    setTheme(theme);
    const { container } = show(<App initial={everyState([image])} {...props} />);
    await screen.findByRole('search');
    if (act !== undefined) await ready();
    act?.();
    expect(await violations(container)).toEqual([]);
  });

  test.each<[string, Partial<AssetGalleryProps>]>([
    ['empty', {}],
    ['loading', { status: 'pending' }],
    ['error', { status: 'error', onRetry: () => {} }],
  ])('%s', async (_, props) => {
    setTheme(theme);
    const { container } = show(<AssetGallery tasks={[]} {...props} />);
    expect(await violations(container)).toEqual([]);
  });
});

test('nothing overflows a sidebar of 320 pixels', async () => {
  await page.viewport(320, 700);
  show(<App initial={everyState([image])} defaultSelection={['sent', 'lost']} />);
  await ready();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  expect(grid().scrollWidth).toBeLessThanOrEqual(grid().clientWidth);
});

test('takes the result of useTasks whole', async () => {
  const result: TasksResult = { tasks: history(3, [image]), remove: vi.fn<TasksResult['remove']>(), clear: vi.fn<TasksResult['clear']>() };
  const { rerender } = show(<AssetGallery tasks={result} />);
  await ready();
  expect(shown()).toEqual(['key-0', 'key-1', 'key-2']);
  rerender(<AssetGallery tasks={{ ...result, tasks: [] }} />);
  expect(screen.queryAllByRole('gridcell')).toEqual([]);
});
