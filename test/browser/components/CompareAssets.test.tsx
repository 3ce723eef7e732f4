import { screen, waitFor } from '@testing-library/react';
import { type Asset, CompareAssets, type CompareAssetsProps } from 'bytespike-react';
import { StrictMode } from 'react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { broken, videoStates } from '../../../stories/fixtures.js';
import { clip } from '../../../stories/generated.js';
import { picture, setTheme, show, type Theme, violations } from './support.js';

let images: [Asset, Asset];

beforeEach(async () => {
  setTheme('light');
  const [a, b] = await Promise.all([picture(400, 300), picture(400, 300)]);
  images = [
    { kind: 'image', url: a, width: 400, height: 300 },
    { kind: 'image', url: b, width: 400, height: 300 },
  ];
});

const both = () => waitFor(() => expect(document.querySelectorAll('[data-loaded]')).toHaveLength(2));
const slider = () => screen.getByRole<HTMLInputElement>('slider', { name: 'How much of A and B is seen' });
const root = () => document.querySelector<HTMLElement>('.bs-compare')!;
const seenOfSecond = () => getComputedStyle(document.querySelector('[data-side=second]')!).clipPath;

function compare(props: Partial<CompareAssetsProps> = {}) {
  return show(<CompareAssets first={{ asset: images[0], label: 'A' }} second={{ asset: images[1], label: 'B' }} {...props} />);
}

async function clips(): Promise<[Asset, Asset]> {
  const [[first], [second]] = await Promise.all([clip('Tide', '16:9'), clip('Rain', '16:9')]);
  return [first!, second!];
}

describe('two pictures', () => {
  test('by keyboard alone: from side by side to the slider, and to its ends', async () => {
    compare();
    await both();
    expect(root().dataset).toMatchObject({ mode: 'side-by-side', kind: 'image' });
    await userEvent.tab();
    await userEvent.keyboard('{ArrowRight}');
    expect(root().dataset['mode']).toBe('slider');
    await userEvent.tab();
    expect(document.activeElement).toBe(slider());
    expect(slider().getAttribute('aria-valuetext')).toBe('50% A, the rest B');
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    expect(slider().getAttribute('aria-valuetext')).toBe('52% A, the rest B');
    expect(seenOfSecond()).toContain('52%');
    await userEvent.keyboard('{Home}');
    expect(slider().value).toBe('0');
    await userEvent.keyboard('{End}');
    expect(slider().value).toBe('100');
  });

  test('the line is where the pointer is, also from right to left', async () => {
    const { unmount } = compare({ defaultMode: 'slider' });
    await both();
    const drag = async (share: number) => {
      const { width, height } = slider().getBoundingClientRect();
      await userEvent.click(slider(), { position: { x: width * share, y: height / 3 } });
    };
    await drag(0.25);
    expect(Number(slider().value)).toBeCloseTo(25, -0.5);
    unmount();
    show(
      <div dir="rtl">
        <CompareAssets first={{ asset: images[0], label: 'A' }} second={{ asset: images[1], label: 'B' }} defaultMode="slider" />
      </div>,
    );
    await both();
    await drag(0.25);
    expect(Number(slider().value)).toBeCloseTo(75, -0.5);
    expect(seenOfSecond()).toMatch(/^inset\(0px 7\d% 0px 0px\)$/);
    const line = document.querySelector('.bs-compare-line')!.getBoundingClientRect();
    const frame = slider().getBoundingClientRect();
    expect((line.x - frame.x) / frame.width).toBeCloseTo(0.25, 1);
  });

  test('are held by the page that holds them', async () => {
    const onPositionChange = vi.fn<(position: number) => void>();
    const onModeChange = vi.fn<(mode: string) => void>();
    compare({ mode: 'slider', position: 30, onPositionChange, onModeChange });
    await both();
    slider().focus();
    await userEvent.keyboard('{ArrowLeft}');
    expect(onPositionChange).toHaveBeenCalledWith(29);
    expect(slider().value).toBe('30');
    await userEvent.click(screen.getByText('Side by side'));
    expect(onModeChange).toHaveBeenCalledWith('side-by-side');
    expect(root().dataset['mode']).toBe('slider');
  });

  test('each say their model, price and time, of themselves or of their task', async () => {
    const task = videoStates.completed();
    const running = { ...task, cost: { billed: 'no', estimated: 0.3 } as const, progress: {} };
    show(
      <CompareAssets
        first={{ asset: images[0], task }}
        second={{ asset: images[1], task: running, label: 'B', price: undefined, seconds: 61 }}
      />,
    );
    await both();
    const captions = [...document.querySelectorAll('.bs-compare-caption')].map((caption) => [...caption.querySelectorAll('strong, dt, dd')].map((part) => part.textContent));
    expect(captions).toEqual([
      ['veo-3.1-fast', 'Price', '$0.21', 'Time', '30 s'],
      ['B', 'Model', 'veo-3.1-fast', 'Price', 'about $0.30', 'Time', '1 min 1 s'],
    ]);
    expect(screen.getByRole('img', { name: /^B: Slow zoom into a bowl of ramen/ })).toBeTruthy();
  });

  test('one that cannot be seen leaves the other beside it', async () => {
    compare({ second: { asset: broken, label: 'B' }, defaultMode: 'slider' });
    await waitFor(() => expect(screen.getByText('This image could not be loaded')).toBeTruthy());
    expect(root().dataset['mode']).toBe('side-by-side');
    expect(screen.queryByRole('radio')).toBeNull();
    expect(screen.getByRole('img', { name: 'A: Generated image' })).toBeTruthy();
  });
});

describe('two clips', () => {
  const videos = () => [...document.querySelectorAll('video')];
  const times = () => videos().map(({ currentTime }) => currentTime);
  /** Both are there, and what drives them. */
  const driven = async () => {
    await both();
    await screen.findByRole('button', { name: 'Play both' });
  };
  /** Clips that play long: on a busy machine, too, what follows finds them playing. */
  const slowly = () => {
    for (const video of videos()) video.playbackRate = 0.1;
  };

  test('play, stop and seek as one, by keyboard alone', async () => {
    const [first, second] = await clips();
    show(<CompareAssets first={{ asset: first, label: 'A' }} second={{ asset: second, label: 'B' }} />);
    await driven();
    expect(videos().every(({ controls, muted, paused }) => !controls && muted && paused)).toBe(true);
    slowly();
    const press = async (name: string) => {
      while (document.activeElement !== screen.getByRole('button', { name })) await userEvent.tab();
      await userEvent.keyboard('{Enter}');
    };
    await press('Play both');
    await waitFor(() => expect(Math.min(...times())).toBeGreaterThan(0.1));
    expect(videos().map(({ paused }) => paused)).toEqual([false, false]);
    await press('Pause both');
    expect(videos().map(({ paused }) => paused)).toEqual([true, true]);
    const seek = screen.getByRole<HTMLInputElement>('slider', { name: 'Position in both clips' });
    await userEvent.tab();
    expect(document.activeElement).toBe(seek);
    await userEvent.keyboard('{Home}');
    await waitFor(() => expect(times()).toEqual([0, 0]));
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await waitFor(() => expect(times().map((time) => time.toFixed(1))).toEqual(['0.2', '0.2']));
    await userEvent.keyboard('{End}');
    await waitFor(() => expect(seek.getAttribute('aria-valuetext')).toBe('5 s of 5 s'));
  });

  test('one that runs ahead is brought back, and one that is stopped stops the other', async () => {
    const [first, second] = await clips();
    show(<CompareAssets first={{ asset: first }} second={{ asset: second }} defaultMode="slider" />);
    await driven();
    slowly();
    screen.getByRole('button', { name: 'Play both' }).click();
    await waitFor(() => expect(Math.min(...times())).toBeGreaterThan(0));
    videos()[1]!.currentTime = 3;
    await waitFor(() => expect(Math.abs(times()[0]! - times()[1]!)).toBeLessThan(0.3));
    expect(Math.max(...times())).toBeLessThan(3);
    videos()[0]!.pause();
    await waitFor(() => expect(videos().map(({ paused }) => paused)).toEqual([true, true]));
    expect(screen.getByRole('button', { name: 'Play both' })).toBeTruthy();
  });

  test('go on from where they were in the other view', async () => {
    const [first, second] = await clips();
    show(
      <StrictMode>
        <CompareAssets first={{ asset: first }} second={{ asset: second }} />
      </StrictMode>,
    );
    await driven();
    const seek = screen.getByRole<HTMLInputElement>('slider');
    seek.focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}');
    await waitFor(() => expect(times().map((time) => time.toFixed(1))).toEqual(['0.3', '0.3']));
    await userEvent.click(screen.getByText('Slider'));
    await driven();
    await waitFor(() => expect(times().map((time) => time.toFixed(1))).toEqual(['0.3', '0.3']));
  });
});

test('an image and a clip are side by side, and the clip plays for itself', async () => {
  const [, second] = await clips();
  compare({ second: { asset: second, label: 'B' }, mode: 'slider' });
  await both();
  expect(root().dataset).toMatchObject({ mode: 'side-by-side', kind: 'mixed' });
  expect(screen.getByText('An image and a clip can only be seen side by side.')).toBeTruthy();
  expect(document.querySelector('video')?.controls).toBe(true);
  expect(screen.queryByRole('slider')).toBeNull();
});

describe.each<Theme>(['light', 'dark'])('axe, %s', (theme) => {
  test.each(['side-by-side', 'slider'] as const)('%s', async (mode) => {
    setTheme(theme);
    const [first, second] = await clips();
    const { container } = show(<CompareAssets first={{ asset: first, price: 0.2 }} second={{ asset: second }} mode={mode} />);
    await both();
    expect(await violations(container)).toEqual([]);
  });
});

test.each([320, 1280])('nothing overflows at %d px', async (width) => {
  await page.viewport(width, 800);
  const label = 'Averyveryverylonglabelwithoutanyspacewhatsoever';
  for (const mode of ['side-by-side', 'slider'] as const) {
    const { unmount } = compare({ mode, first: { asset: images[0], label, price: 0.08 } });
    await both();
    const outside = [...document.querySelectorAll('.bs-compare, .bs-compare *:not(.bs-hidden, .bs-compare-line, .bs-compare-line *)')].filter(
      (element) => element.getBoundingClientRect().right > width,
    );
    expect(outside.map(({ className }) => className)).toEqual([]);
    unmount();
  }
  await page.viewport(1000, 800);
});
