import { Dialog } from '@base-ui/react/dialog';
import { screen, waitFor } from '@testing-library/react';
import { AssetViewer, type AssetViewerProps } from 'bytespike-react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { broken, embedded } from '../../../stories/fixtures.js';
import { assets, begin, closed, dialog, end, isShown, nameOfFocus, open, openByKeyboard } from './lightbox-support.js';
import { emulate, show, violations } from './support.js';

beforeEach(begin);
afterEach(end);

const place = () => document.querySelector('.bs-lightbox-place')?.textContent;
const large = () => document.querySelector<HTMLElement>('.bs-lightbox-media')!;
const stage = () => document.querySelector<HTMLElement>('.bs-lightbox-stage')!;
const scale = () => new DOMMatrix(getComputedStyle(large()).transform).a;

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
    await waitFor(() => expect(nameOfFocus()).toBe('View larger, 2 of 3'));
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
    await isShown();
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
    await isShown();
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

  test('writes no style sheet into the page, which a policy would refuse', async () => {
    const sheets = () => document.querySelectorAll('style').length;
    open();
    const before = sheets();
    await openByKeyboard('View larger, 1 of 3');
    await userEvent.keyboard('++{ArrowLeft}');
    expect(sheets()).toBe(before);
    await userEvent.keyboard('{Escape}');
    await closed();
  });

  test('is not offered where it is unwanted, nor for what cannot be seen', async () => {
    const { rerender } = open({ lightbox: false });
    expect(screen.queryByRole('button', { name: /View larger/ })).toBeNull();
    rerender(<AssetViewer assets={[broken]} />);
    await waitFor(() => expect(screen.getByText('This image could not be loaded')).toBeTruthy());
    expect(screen.queryByRole('button', { name: /View larger/ })).toBeNull();
  });

  test('in a dialog of the app, Escape closes one at a time, and the focus goes back one at a time', async () => {
    show(
      <Dialog.Root>
        <Dialog.Trigger>Show</Dialog.Trigger>
        <Dialog.Portal>
          <Dialog.Popup aria-label="App">
            <AssetViewer assets={assets} />
          </Dialog.Popup>
        </Dialog.Portal>
      </Dialog.Root>,
    );
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await screen.findByRole('dialog', { name: 'App' });
    await openByKeyboard('View larger, 2 of 3');
    await userEvent.keyboard('{ArrowRight}{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Generated image' })).toBeNull());
    // The dialog around takes what it sees lost, and once more a frame later.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    expect(nameOfFocus()).toBe('View larger, 2 of 3');
    expect(screen.getByRole('dialog', { name: 'App' })).toBeTruthy();
    await userEvent.keyboard('{Escape}');
    await closed();
    expect(document.activeElement?.textContent).toBe('Show');
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
