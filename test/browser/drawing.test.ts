import { expect, it } from 'vitest';
import { browserMedia } from '../../src/testing/media/media-browser.js';
import { compose } from '../../src/testing/media/picture.js';
import { drawPixels } from '../../src/testing/media/raster.js';

async function pixelsOf(png: Uint8Array<ArrayBuffer>, width: number, height: number): Promise<Uint8ClampedArray> {
  const context = new OffscreenCanvas(width, height).getContext('2d')!;
  context.drawImage(await createImageBitmap(new Blob([png])), 0, 0);
  return context.getImageData(0, 0, width, height).data;
}

// What the pixels are held against on Node is what sharp makes: all three are one picture.
it.each([
  ['A paper boat at dawn', 640, 360, 'gpt-image-2'],
  ['Steam over a bowl of ramen', 360, 640, 'nano-banana'],
  ['A red kettle and an armchair by a window', 480, 320, 'seedream-v5lite'],
  ['Something else', 320, 320, 'gpt-4o-image'],
])('a canvas shows of "%s" what is drawn without one', async (prompt, width, height, model) => {
  const picture = compose({ prompt, key: '1', model, width, height });
  const drawn = await pixelsOf(await browserMedia.encode(picture, 'png', 100), width, height);
  const differences = [...drawPixels(picture).data].map((value, at) => Math.abs(value - drawn[at]!));
  expect(differences.reduce((sum, difference) => sum + difference, 0) / differences.length).toBeLessThan(1.2);
  expect(differences.filter((difference) => difference > 8).length / differences.length).toBeLessThan(0.025);
});

it('a canvas shows the words that are asked for', async () => {
  const picture = compose({ prompt: 'A sign that says “OPEN”', key: '1', width: 320, height: 320 });
  const bare = { ...picture, shapes: picture.shapes.filter(({ shape }) => shape !== 'letters') };
  const [written, blank] = await Promise.all([picture, bare].map(async (each) => pixelsOf(await browserMedia.encode(each, 'png', 100), 320, 320)));
  expect(written!.filter((value, at) => Math.abs(value - blank![at]!) > 40).length).toBeGreaterThan(400);
});
