import { waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import { cdp } from 'vitest/browser';
import type { Spot } from '../../support/mask-way.js';
import { pngOf } from '../../support/png.js';

export const editor = () => document.querySelector<HTMLElement>('.bs-mask-editor')!;
export const stage = () => document.querySelector<HTMLElement>('.bs-mask-stage')!;
export const plane = () => document.querySelector<HTMLElement>('.bs-mask-plane')!;
export const isReady = () => waitFor(() => expect(editor().dataset['status']).toBe('ready'));

export const pictureFile = async (width: number, height: number): Promise<File> => new File([await pngOf(width, height)], 'rocks.png', { type: 'image/png' });

/** Where that is in the window. */
function inWindow([x, y]: Spot): { x: number; y: number } {
  const box = plane().getBoundingClientRect();
  const { left = 0, top = 0 } = window.frameElement?.getBoundingClientRect() ?? {};
  return { x: left + box.left + x * box.width, y: top + box.top + y * box.height };
}

/** By the browser's own mouse. */
export async function byMouse(spots: readonly Spot[], button: 'left' | 'middle' = 'left'): Promise<void> {
  const send = (type: string, spot: Spot, buttons: number) => cdp().send('Input.dispatchMouseEvent', { type, ...inWindow(spot), button, buttons, clickCount: 1 } as never);
  const buttons = button === 'left' ? 1 : 4;
  const [first = [0, 0] as const] = spots;
  await send('mouseMoved', first, 0);
  await send('mousePressed', first, buttons);
  for (const spot of spots) await send('mouseMoved', spot, buttons);
  await send('mouseReleased', spots.at(-1) ?? first, 0);
}

/** By touch, each moment with as many fingers as there are spots. That the device has a touch screen is not emulated: the page would stay one that nothing hovers on. */
export async function byTouch(moments: readonly (readonly Spot[])[]): Promise<void> {
  const send = (type: string, spots: readonly Spot[]) => cdp().send('Input.dispatchTouchEvent', { type, touchPoints: spots.map((spot, id) => ({ ...inWindow(spot), id })) } as never);
  const [first = []] = moments;
  for (let fingers = 1; fingers <= first.length; fingers++) await send('touchStart', first.slice(0, fingers));
  for (const spots of moments) await send('touchMove', spots);
  await send('touchEnd', []);
}

export interface Pixels {
  width: number;
  height: number;
  /** Red, green, blue and alpha of each. */
  data: Uint8ClampedArray;
}

export async function pixelsOf(file: Blob): Promise<Pixels> {
  const bitmap = await createImageBitmap(file, { premultiplyAlpha: 'none' });
  const { width, height } = bitmap;
  const context = new OffscreenCanvas(width, height).getContext('2d')!;
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  return { width, height, data: context.getImageData(0, 0, width, height).data };
}

/** Pixels of a mask that are not as they were meant to be. `isMeant` says of the middle of each whether it may change; `undefined` where either will do. */
export async function strayed(mask: Blob, isMeant: (x: number, y: number) => boolean | undefined): Promise<{ marked: number; wrong: number[][]; between: number }> {
  const { width, height, data } = await pixelsOf(mask);
  const found = { marked: 0, wrong: [] as number[][], between: 0 };
  for (let at = 0; at < width * height; at++) {
    const alpha = data[at * 4 + 3];
    const [x, y] = [at % width, Math.floor(at / width)];
    if (alpha !== 0 && alpha !== 255) found.between++;
    const meant = isMeant(x + 0.5, y + 0.5);
    found.marked += Number(alpha === 0);
    if (meant !== undefined && meant !== (alpha === 0)) found.wrong.push([x, y]);
  }
  return found;
}
