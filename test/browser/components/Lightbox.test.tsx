import { screen, waitFor } from '@testing-library/react';
import { type Asset, AssetViewer, type AssetViewerProps } from 'bytespike-react';
import { StrictMode } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { broken, embedded } from '../../../stories/fixtures.js';
import { emulate, picture, setTheme, show, violations } from './support.js';

let urls: string[] = [];
let assets: Asset[] = [];

beforeEach(async () => {
  setTheme('light');
  urls = await Promise.all([picture(800, 600), picture(600, 800), picture(400, 400)]);
  assets = urls.map((url) => ({ kind: 'image', url }));
});

afterEach(async () => {
  // Whatever is still open takes its entry of the history along.
  await vi.waitUntil(() => !isMarked());
  for (const url of urls) URL.revokeObjectURL(url);
});

const dialog = () => screen.findByRole('dialog', { name: 'Generated image' });
const place = () => document.querySelector('.bs-lightbox-place')?.textContent;
const large = () => document.querySelector<HTMLElement>('.bs-lightbox-media')!;
const stage = () => document.querySelector<HTMLElement>('.bs-lightbox-stage')!;
const scale = () => new DOMMatrix(getComputedStyle(large()).transform).a;
const isMarked = () => 'bytespikeLightbox' in (history.state ?? {});
const closed = () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
const nameOfFocus = () => document.activeElement?.getAttribute('aria-label');

function open(props: Partial<AssetViewerProps> = {}) {
  return show(<AssetViewer assets={assets} prompt="A kettle" {...props} />);
}

/** By keyboard, from the top of the page to the button of that asset. */
async function openByKeyboard(name: string): Promise<void> {
  while (nameOfFocus() !== name) await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  await dialog();
  await waitFor(() => expect(document.querySelector('.bs-lightbox-stage[data-state=shown]')).toBeTruthy());
}

describe('by keyboard alone', () => {
  test('opens, goes through all, and gives the focus back', async () => {
    open();
    await openByKeyboard('View larger, 2 of 3');
    expect(place()).toBe('2 of 3');
    expect(screen.getByText('2 of 3').getAttribute('role')).toBe('status');
    await userEvent.keyboard('{ArrowRight}');
    expect(place()).toBe('3 of 3');
    await userEvent.keyboard('{ArrowRight}');
    expect(place()).toBe('3 of 3');
    await userEvent.keyboard('{Home}');
    expect(place()).toBe('1 of 3');
    await userEvent.keyboard('{End}{ArrowLeft}');
    expect(place()).toBe('2 of 3');
    await userEvent.keyboard('{Escape}');
    await closed();
    expect(nameOfFocus()).toBe('View larger, 2 of 3');
  });

  test('keeps the focus within, all around', async () => {
    open();
    await openByKeyboard('View larger, 1 of 3');
    const seen = new Set<string>();
    for (let step = 0; step < 20; step++) {
      await userEvent.tab();
      expect((await dialog()).contains(document.activeElement)).toBe(true);
      seen.add(nameOfFocus() ?? '');
    }
    expect([...seen].sort()).toEqual(['100%, show all of it', 'Close', 'Copy image', 'Download, 1 of 3', 'Next', 'Previous', 'Zoom in', 'Zoom out']);
    await userEvent.keyboard('{Escape}');
    await closed();
  });

  test('zooms, moves around in it, and shows the whole again', async () => {
    open();
    await openByKeyboard('View larger, 1 of 3');
    await userEvent.keyboard('++');
    await waitFor(() => expect(scale()).toBeCloseTo(2.25, 2));
    expect(screen.getByText('Zoomed to 225%')).toBeTruthy();
    const before = large().getBoundingClientRect().x;
    await userEvent.keyboard('{ArrowRight}');
    await waitFor(() => expect(large().getBoundingClientRect().x).toBeLessThan(before));
    expect(place()).toBe('1 of 3');
    await userEvent.keyboard('-0');
    await waitFor(() => expect(scale()).toBe(1));
    expect(screen.queryByText(/Zoomed to/)).toBeNull();
    await userEvent.keyboard('+{PageDown}');
    await waitFor(() => expect(scale()).toBe(1));
    expect(place()).toBe('2 of 3');
    await userEvent.keyboard('{Escape}');
    await closed();
  });

  test('reads from right to left where its page does', async () => {
    show(
      <div dir="rtl">
        <AssetViewer assets={assets} />
      </div>,
    );
    await openByKeyboard('View larger, 1 of 3');
    expect((await dialog()).dir).toBe('rtl');
    await userEvent.keyboard('{ArrowLeft}');
    expect(place()).toBe('2 of 3');
    await userEvent.keyboard('{ArrowRight}{Escape}');
    await closed();
  });

  test('a clip keeps its own keys, and the dialog its own', async () => {
    open({ assets: [{ kind: 'video', url: 'blob:none' }, ...assets] });
    await waitFor(() => expect(screen.getByText('This clip could not be loaded')).toBeTruthy());
    await openByKeyboard('View larger, 2 of 4');
    await userEvent.keyboard('{ArrowLeft}');
    await waitFor(() => expect(screen.getAllByText('This clip could not be loaded')).toHaveLength(2));
    expect(screen.queryByRole('button', { name: 'Zoom in' })).toBeNull();
    await userEvent.keyboard('+{Escape}');
    await closed();
  });
});

describe('by pointer', () => {
  async function openFirst(props: Partial<AssetViewerProps> = {}): Promise<void> {
    open(props);
    await waitFor(() => expect(document.querySelector('.bs-figure[data-state=shown]')).toBeTruthy());
    await userEvent.click(document.querySelector('.bs-media')!);
    await dialog();
    await waitFor(() => expect(document.querySelector('.bs-lightbox-stage[data-state=shown]')).toBeTruthy());
  }
  const close = async () => {
    await userEvent.keyboard('{Escape}');
    await closed();
  };
  /** What Chromium makes of fingers, and not what a test believes it to make of them. */
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: [number, number][]) => {
    const frame = window.frameElement?.getBoundingClientRect();
    const [left, top] = [frame?.left ?? 0, frame?.top ?? 0];
    return cdp().send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y], id) => ({ x: x + left, y: y + top, id })) });
  };
  const middle = () => {
    const { x, y, width, height } = stage().getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  };

  test('a press on the picture opens it, and the button gets the focus back', async () => {
    await openFirst();
    await close();
    expect(nameOfFocus()).toBe('View larger, 1 of 3');
  });

  test('a double click goes in and out again', async () => {
    await openFirst();
    await userEvent.dblClick(large());
    await waitFor(() => expect(scale()).toBeCloseTo(2.5, 2));
    await userEvent.dblClick(large());
    await waitFor(() => expect(scale()).toBe(1));
    await close();
  });

  test('the wheel zooms, and the page stays', async () => {
    await openFirst();
    const wheel = new WheelEvent('wheel', { deltaY: -300, cancelable: true, bubbles: true });
    large().dispatchEvent(wheel);
    expect(wheel.defaultPrevented).toBe(true);
    expect(scale()).toBeGreaterThan(1.5);
    await close();
  });

  test('buttons zoom', async () => {
    await openFirst();
    await userEvent.click(screen.getByRole('button', { name: 'Zoom in' }));
    await waitFor(() => expect(scale()).toBeCloseTo(1.5, 2));
    await userEvent.click(screen.getByRole('button', { name: '150%, show all of it' }));
    await waitFor(() => expect(scale()).toBe(1));
    await close();
  });

  test('a swipe turns to the next one, and two fingers zoom', async () => {
    await openFirst();
    const { x, y } = middle();
    await touch('touchStart', [x + 60, y]);
    await touch('touchMove', [x, y]);
    await touch('touchMove', [x - 80, y]);
    await touch('touchEnd');
    await waitFor(() => expect(place()).toBe('2 of 3'));
    await waitFor(() => expect(document.querySelector('.bs-lightbox-stage[data-state=shown]')).toBeTruthy());
    await touch('touchStart', [x - 20, y], [x + 20, y]);
    await touch('touchMove', [x - 60, y], [x + 60, y]);
    await touch('touchEnd');
    await waitFor(() => expect(scale()).toBeCloseTo(3, 1));
    expect(place()).toBe('2 of 3');
    await close();
  });

  test('a press beside the picture closes', async () => {
    await openFirst({ assets: assets.slice(2) });
    await userEvent.click(stage(), { position: { x: 4, y: 4 } });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});

describe('Back', () => {
  test('closes, and stays on the page', async () => {
    const [before, href] = [history.length, location.href];
    open();
    await openByKeyboard('View larger, 1 of 3');
    expect(isMarked()).toBe(true);
    history.back();
    await closed();
    expect(location.href).toBe(href);
    expect(history.length).toBeLessThanOrEqual(before + 1);
    expect(nameOfFocus()).toBe('View larger, 1 of 3');
  });

  test('closed otherwise, no entry is left, and Forward opens nothing', async () => {
    open();
    for (let time = 0; time < 3; time++) {
      await openByKeyboard('View larger, 1 of 3');
      await userEvent.keyboard('{Escape}');
      await closed();
      await waitFor(() => expect(isMarked()).toBe(false));
    }
    const length = history.length;
    const moved = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
    history.forward();
    await moved;
    expect(screen.queryByRole('dialog')).toBeNull();
    await openByKeyboard('View larger, 2 of 3');
    expect(history.length).toBe(length);
    await userEvent.keyboard('{Escape}');
    await closed();
  });

  test('keeps what a router keeps in the history', async () => {
    history.replaceState({ idx: 3, key: 'router' }, '');
    open();
    await openByKeyboard('View larger, 1 of 3');
    expect(history.state).toMatchObject({ idx: 3, key: 'router' });
    await userEvent.keyboard('{Escape}');
    await closed();
    await waitFor(() => expect(history.state).toEqual({ idx: 3, key: 'router' }));
    history.replaceState(null, '');
  });

  test('a place that the app goes to meanwhile is not left again', async () => {
    const { unmount } = open();
    await openByKeyboard('View larger, 1 of 3');
    const back = vi.spyOn(history, 'back');
    history.pushState({ page: 'elsewhere' }, '', '#elsewhere');
    unmount();
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(back).not.toHaveBeenCalled();
    back.mockRestore();
    const moved = () => new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
    history.go(-2);
    await moved();
  });

  test('one entry under StrictMode, and none after unmounting in the middle', async () => {
    const before = history.length;
    const { unmount } = show(
      <StrictMode>
        <AssetViewer assets={assets} />
      </StrictMode>,
    );
    await openByKeyboard('View larger, 1 of 3');
    expect(history.length).toBeLessThanOrEqual(before + 1);
    unmount();
    await waitFor(() => expect(isMarked()).toBe(false));
    expect(document.querySelector('.bs-lightbox')).toBeNull();
  });

  test('is left to the app that wants it', async () => {
    open({ backCloses: false });
    await openByKeyboard('View larger, 1 of 3');
    expect(isMarked()).toBe(false);
    await userEvent.keyboard('{Escape}');
    await closed();
  });
});

describe('the large view', () => {
  test('is held by the app that holds it', async () => {
    const onExpandedChange = vi.fn<(position: number | null) => void>();
    const { rerender } = open({ expanded: 1, onExpandedChange });
    await dialog();
    expect(place()).toBe('2 of 3');
    await userEvent.keyboard('{ArrowRight}');
    expect(onExpandedChange).toHaveBeenLastCalledWith(2);
    expect(place()).toBe('2 of 3');
    await userEvent.keyboard('{Escape}');
    expect(onExpandedChange).toHaveBeenLastCalledWith(null);
    rerender(<AssetViewer assets={assets} expanded={null} onExpandedChange={onExpandedChange} />);
    await closed();
  });

  test('is not offered where it is unwanted, nor for what cannot be seen', async () => {
    const { rerender } = open({ lightbox: false });
    expect(screen.queryByRole('button', { name: /View larger/ })).toBeNull();
    rerender(<AssetViewer assets={[broken]} />);
    await waitFor(() => expect(screen.getByText('This image could not be loaded')).toBeTruthy());
    expect(screen.queryByRole('button', { name: /View larger/ })).toBeNull();
  });

  test('has the theme of where it was opened', async () => {
    show(
      <div data-theme="high-contrast" data-density="compact">
        <AssetViewer assets={[embedded]} />
      </div>,
    );
    await openByKeyboard('View larger');
    expect((await dialog()).dataset).toMatchObject({ theme: 'high-contrast', density: 'compact' });
    await userEvent.keyboard('{Escape}');
    await closed();
  });

  test('does not move where motion is unwelcome', async () => {
    await emulate('prefers-reduced-motion', 'reduce');
    open();
    await openByKeyboard('View larger, 1 of 3');
    await userEvent.keyboard('{ArrowRight}++');
    const running = document.getAnimations().map((animation) => animation.id);
    await emulate('prefers-reduced-motion', undefined);
    expect(running).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await closed();
  });

  test.each(['light', 'dark', 'high-contrast'])('axe finds nothing, %s', async (theme) => {
    document.documentElement.dataset['theme'] = theme;
    open();
    await openByKeyboard('View larger, 2 of 3');
    expect(await violations(await dialog())).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await closed();
  });

  test.each([320, 1280])('nothing overflows at %d px', async (width) => {
    await page.viewport(width, 700);
    open();
    await openByKeyboard('View larger, 2 of 3');
    const outside = [...(await dialog()).querySelectorAll('.bs-button, img')].filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return left < 0 || right > width;
    });
    expect(outside).toEqual([]);
    const bar = [...document.querySelectorAll('.bs-lightbox-bar > *:not(.bs-hidden)')].map((element) => element.getBoundingClientRect());
    const seen = bar.filter(({ width: across }) => across > 0);
    expect(seen.filter(({ left }, index) => left < (seen[index - 1]?.right ?? 0) - 0.5)).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await closed();
    await page.viewport(1000, 800);
  });
});
