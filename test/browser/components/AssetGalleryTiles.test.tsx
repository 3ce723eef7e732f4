import { fireEvent, screen, waitFor } from '@testing-library/react';
import { type Asset, AssetGallery, type AssetGalleryProps } from 'bytespike-react';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { changed, everyState, finished, history } from '../../../stories/asset-gallery/history.js';
import { embedded } from '../../../stories/fixtures.js';
import { clip } from '../../../stories/generated.js';
import { active, App, cell, enter, frame, grid, ready, shown, told } from './gallery-support.js';
import { emulate, picture, setTheme, show, type Theme, violations } from './support.js';

let image: Asset;

beforeEach(async () => {
  setTheme('light');
  await page.viewport(740, 700);
  image = { kind: 'image', url: await picture(64, 64) };
});

describe('what one looks at does not move', () => {
  const fresh = (second: number) => changed(finished(1, [image]), -second, { status: 'running' });

  // The first of the file: later ones have that part at once.
  test('who has scrolled before the part for long lists is there stays where they are', async () => {
    show(<AssetGallery tasks={history(200, [image])} />);
    expect(shown()).toHaveLength(100);
    grid().scrollTo(0, 900);
    const { top } = cell('key-20').getBoundingClientRect();
    await waitFor(() => expect(shown()).not.toContain('key-0'));
    await frame();
    await frame();
    expect(cell('key-20').getBoundingClientRect().top).toBe(top);
  });

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
    // In the moment in which they are drawn: later is soon enough for a film.
    expect([shown().length, document.querySelector('video')]).toEqual([4, null]);
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
