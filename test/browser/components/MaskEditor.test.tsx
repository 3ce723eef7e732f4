import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { MaskEditor, type MaskEditorProps } from 'bytespike-react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { isNear, type Spot } from '../../support/mask-way.js';
import { byMouse, byTouch, editor, isReady, pictureFile, pixelsOf, plane, stage, strayed } from './mask-support.js';
import { setTheme, show, violations } from './support.js';

const SIZE = { width: 640, height: 400 };
/** The brush that an editor of this picture begins with. */
const RADIUS = 640 / 16 / 2;
const done = vi.fn<(mask: Blob | undefined) => void>();

beforeEach(async () => {
  setTheme('light');
  await page.viewport(900, 800);
  done.mockReset();
});

async function open(props: Partial<MaskEditorProps> = {}) {
  const image = await pictureFile(SIZE.width, SIZE.height);
  const shown = show(<MaskEditor image={image} onDone={done} {...props} />);
  await isReady();
  return shown;
}

const press = (name: string) => screen.getByRole('button', { name }).click();

/** What comes of it, once it is there. */
async function result(): Promise<Blob> {
  press('Use it');
  await waitFor(() => expect(done).toHaveBeenCalledTimes(1));
  const [[mask] = []] = done.mock.calls;
  done.mockReset();
  if (mask === undefined) throw new Error('Nothing is marked.');
  return mask;
}

/** How many pixels of the screen one of the picture is wide. */
const scale = () => plane().getBoundingClientRect().width / SIZE.width;

const WAY: readonly Spot[] = [[0.2, 0.25], [0.5, 0.7], [0.8, 0.3]];
/** A line that leaves the picture and comes back. */
const BEYOND: readonly Spot[] = [[0.5, 0.5], [0.5, -0.05], [0.9, -0.05], [0.9, 0.5]];

describe('a mask', () => {
  test.each([
    ['a line', WAY],
    ['a line that leaves the picture and comes back', BEYOND],
  ])('painted by mouse arrives as painted: %s', async (_, way) => {
    await open();
    await byMouse(way);
    const mask = await result();
    expect([mask.type, await pixelsOf(mask)]).toEqual(['image/png', expect.objectContaining(SIZE)]);
    const { marked, ...rest } = await strayed(mask, isNear(way, SIZE, RADIUS, 1 / scale()));
    expect(rest).toEqual({ wrong: [], between: 0 });
    expect(marked).toBeGreaterThan(5000);
  });

  test('painted by touch arrives as painted', async () => {
    await open();
    await byTouch(WAY.map((spot) => [spot]));
    const { marked, ...rest } = await strayed(await result(), isNear(WAY, SIZE, RADIUS, 1.5 / scale()));
    expect(rest).toEqual({ wrong: [], between: 0 });
    expect(marked).toBeGreaterThan(5000);
  });

  test('marked by keyboard alone arrives as marked, pixel by pixel', async () => {
    await open();
    for (let stops = 0; document.activeElement !== stage(); stops++) {
      expect(stops).toBeLessThan(12);
      await userEvent.tab();
    }
    // It comes with the first arrow, a quarter of the picture in its middle; a step is a fiftieth of it.
    await userEvent.keyboard('{ArrowRight}');
    expect(screen.getByText('Rectangle of 160 by 100 pixels, 240 from the left, 150 from the top').getAttribute('role')).toBe('status');
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}{ArrowUp}');
    await userEvent.keyboard('{Shift>}{ArrowRight}{ArrowDown}{ArrowDown}{/Shift}');
    expect(screen.getByText('Rectangle of 173 by 126 pixels, 214 from the left, 137 from the top')).toBeTruthy();
    await userEvent.keyboard('{Enter}');
    expect(screen.getByText('8.5% is marked', { selector: '[role=status]' })).toBeTruthy();
    // Erased again in a corner of it, with the other tool.
    await userEvent.keyboard('{Shift>}{ArrowLeft>9/}{/Shift}');
    screen.getByRole<HTMLInputElement>('radio', { name: 'Eraser' }).focus();
    await userEvent.keyboard(' ');
    stage().focus();
    await userEvent.keyboard('{Enter}{Escape}');
    expect(document.querySelector('.bs-mask-frame')).toBeNull();
    while (document.activeElement?.textContent !== 'Use it') await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(done).toHaveBeenCalledTimes(1));
    const mask = done.mock.calls[0]![0]!;
    const isIn = (x: number, y: number, left: number, top: number, width: number, height: number) => x > left && y > top && x < left + width && y < top + height;
    const erased = 173 - 9 * 13;
    const found = await strayed(mask, (x, y) => isIn(x, y, 214, 137, 173, 126) && !isIn(x, y, 214, 137, erased, 126));
    expect(found).toEqual({ marked: (173 - erased) * 126, wrong: [], between: 0 });
  });

  test('is undefined where nothing is marked: an edit without one may change all', async () => {
    await open();
    await byMouse(WAY);
    press('Clear');
    press('Use it');
    await waitFor(() => expect(done).toHaveBeenCalledWith(undefined));
  });
});

describe('a stroke', () => {
  test('is erased, undone, done again, inverted and cleared', async () => {
    await open();
    const share = () => document.querySelector('.bs-mask-actions .bs-fine')!.textContent;
    expect(share()).toBe('Nothing is marked');
    await byMouse(WAY);
    const painted = share();
    screen.getByRole('radio', { name: 'Eraser' }).click();
    await byMouse([[0.5, 0.2], [0.5, 0.9]]);
    const erased = share();
    expect(new Set([painted, erased, 'Nothing is marked']).size).toBe(3);
    press('Undo');
    await waitFor(() => expect(share()).toBe(painted));
    stage().focus();
    await userEvent.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(share()).toBe('Nothing is marked'));
    expect(screen.getByRole('button', { name: 'Undo' }).getAttribute('aria-disabled')).toBe('true');
    await userEvent.keyboard('{Control>}{Shift>}z{/Shift}y{/Control}');
    await waitFor(() => expect(share()).toBe(erased));
    press('Invert');
    const turned = await result();
    press('Invert');
    const straight = await result();
    const { data } = await pixelsOf(straight);
    const { wrong } = await strayed(turned, (x, y) => data[(Math.floor(y) * SIZE.width + Math.floor(x)) * 4 + 3] !== 0);
    expect(wrong).toEqual([]);
    // What is on the screen follows each of them.
    press('Clear');
    expect(await shownOnScreen()).toEqual({ marked: 0, wrong: 0 });
  });

  test('is on the screen what it is in the mask, after each way of changing it', async () => {
    await open();
    await byMouse(WAY);
    screen.getByRole('radio', { name: 'Eraser' }).click();
    await byMouse([[0.3, 0.1], [0.3, 0.9]]);
    const mask = await result();
    const seen = await shownOnScreen(mask);
    expect([seen.wrong, seen.marked > 5000]).toEqual([0, true]);
    press('Invert');
    const inverted = await shownOnScreen(await result());
    expect([inverted.wrong, inverted.marked]).toEqual([0, SIZE.width * SIZE.height - seen.marked]);
    press('Undo');
    press('Undo');
    expect((await shownOnScreen(await result())).wrong).toBe(0);
  });

  test('of the first of two fingers is taken back, and they zoom', async () => {
    await open();
    await byTouch([[[0.4, 0.5], [0.6, 0.5]], [[0.3, 0.5], [0.7, 0.5]], [[0.2, 0.5], [0.8, 0.5]]]);
    await waitFor(() => expect(screen.queryByRole('button', { name: '100%, show all of it' })).toBeNull());
    expect(screen.getByText('Nothing is marked')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Undo' }).getAttribute('aria-disabled')).toBe('true');
    expect((await shownOnScreen()).marked).toBe(0);
    press('Use it');
    await waitFor(() => expect(done).toHaveBeenCalledWith(undefined));
  });

  test('in a picture that is zoomed goes where the pointer is', async () => {
    await open();
    press('Zoom in');
    press('Zoom in');
    const way: readonly Spot[] = [[0.45, 0.5], [0.55, 0.5]];
    await byMouse(way);
    const { wrong } = await strayed(await result(), isNear(way, SIZE, RADIUS, 1 / scale()));
    expect(wrong).toEqual([]);
    const before = plane().getBoundingClientRect().x;
    screen.getByRole('radio', { name: 'Move' }).click();
    await byMouse([[0.5, 0.5], [0.55, 0.5]]);
    expect(plane().getBoundingClientRect().x).toBeGreaterThan(before + 10);
    const { marked } = await strayed(await result(), () => undefined);
    expect(marked).toBeLessThan(9000);
  });

  test('is as wide as the slider says, also by keys on the picture', async () => {
    await open();
    const slider = screen.getByRole<HTMLInputElement>('slider', { name: 'Brush size' });
    expect(slider.getAttribute('aria-valuetext')).toBe('40 pixels');
    fireEvent.change(slider, { target: { value: '100' } });
    await byMouse([[0.5, 0.5]]);
    const { wrong } = await strayed(await result(), isNear([[0.5, 0.5]], SIZE, 50, 1 / scale()));
    expect(wrong).toEqual([]);
    stage().focus();
    await userEvent.keyboard(']]');
    expect(slider.getAttribute('aria-valuetext')).toBe('110 pixels');
  });
});

/** How what lies over the picture differs from a mask, in pixels of a picture that is small enough to be shown whole. */
async function shownOnScreen(mask?: Blob): Promise<{ marked: number; wrong: number }> {
  const whole = new OffscreenCanvas(SIZE.width, SIZE.height).getContext('2d')!;
  for (const tile of plane().querySelectorAll('canvas')) {
    whole.drawImage(tile, (Number.parseFloat(tile.style.left) / 100) * SIZE.width, (Number.parseFloat(tile.style.top) / 100) * SIZE.height);
  }
  const { data } = whole.getImageData(0, 0, SIZE.width, SIZE.height);
  const meant = mask && (await pixelsOf(mask)).data;
  const found = { marked: 0, wrong: 0 };
  for (let at = 3; at < data.length; at += 4) {
    found.marked += Number(data[at] !== 0);
    found.wrong += Number(meant !== undefined && (data[at] !== 0) !== (meant[at] === 0));
  }
  return found;
}

describe('an editor', () => {
  test('begins with the mask of before, and says where it is of another picture', async () => {
    await open();
    await byMouse(WAY);
    const before = await result();
    cleanup();
    await open({ defaultMask: before });
    expect((await shownOnScreen(before)).wrong).toBe(0);
    expect(await pixelsOf(await result())).toEqual(await pixelsOf(before));
    cleanup();
    await open({ defaultMask: await pictureFile(20, 20) });
    await waitFor(() => expect(screen.getByRole('alert').textContent).toBe('What was marked before does not fit this picture. Mark it again.'));
  });

  test('says that a picture cannot be shown, and offers nothing to paint on', async () => {
    show(<MaskEditor image={new File(['no picture'], 'a.png', { type: 'image/png' })} onDone={done} />);
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('This picture cannot be shown'));
    await waitFor(() => expect(editor().dataset['status']).toBe('failed'));
    expect(screen.queryByRole('application')).toBeNull();
  });

  test('says what to do where there is no room for the picture, or for its mask', async () => {
    const refused = vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
    show(<MaskEditor image={await pictureFile(8, 8)} onDone={done} />);
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('too large for this device'));
    refused.mockRestore();
    cleanup();
    await open();
    await byMouse(WAY);
    vi.stubGlobal('CompressionStream', undefined);
    press('Use it');
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('could not be saved'));
    vi.unstubAllGlobals();
    expect(done).not.toHaveBeenCalled();
    await result();
  });

  test('is one stop of the Tab key for its buttons, and arrows go between them as they are seen', async () => {
    await open({ onCancel: () => {} });
    const bar = screen.getByRole('toolbar', { name: 'Steps and zoom' });
    within(bar).getByRole('button', { name: 'Undo' }).focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Invert');
    await userEvent.tab();
    expect(document.activeElement).toBe(stage());
  });

  test('lets Escape through to the window where there is no rectangle', async () => {
    await open();
    const heard: boolean[] = [];
    const hear = (event: KeyboardEvent) => heard.push(event.defaultPrevented);
    addEventListener('keydown', hear);
    stage().focus();
    await userEvent.keyboard('{Escape}');
    await userEvent.keyboard('{ArrowUp}{Escape}');
    removeEventListener('keydown', hear);
    expect(heard).toEqual([false, true, true]);
  });

  test('has nothing that axe finds wrong', async () => {
    const { container } = await open({ onCancel: () => {} });
    stage().focus();
    await userEvent.keyboard('{ArrowUp}');
    expect(await violations(container)).toEqual([]);
  });
});
