import { encodePng } from '../../src/testing/media/png.js';

/** A real PNG, black, of this size in pixels. The browser's own encoder may let a page that moves wait for seconds. */
export async function pngOf(width: number, height: number): Promise<Blob> {
  const data = new Uint8ClampedArray(width * height * 4);
  return new Blob([await encodePng({ width, height, data })], { type: 'image/png' });
}
