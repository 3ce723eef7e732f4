import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { compose } from '../../../src/testing/media/picture.js';
import { drawPixels } from '../../../src/testing/media/raster.js';
import { toSvg } from '../../../src/testing/media/svg.js';

describe('a picture that is drawn without a canvas', () => {
  // Wide and tall; curves, lines, lights, and every hand that adds something to them.
  it.each([
    ['A paper boat at dawn', 640, 360, 'gpt-image-2'],
    ['Steam over a bowl of ramen', 360, 640, 'nano-banana'],
    ['夜の街', 400, 400, 'nano-banana-v2'],
    ['A forest in the rain', 512, 192, 'seedream-v4'],
    ['A red kettle and an armchair by a window', 480, 320, 'seedream-v5lite'],
    ['Something else', 320, 320, 'gpt-4o-image'],
    ['Map of an old town', 320, 320, 'seedream-v4.5'],
  ])('of "%s" is that of sharp, but for the words', async (prompt, width, height, model) => {
    for (const key of ['1', '2']) {
      const picture = compose({ prompt, key, model, width, height });
      const drawn = drawPixels(picture).data;
      const wanted = await sharp(Buffer.from(toSvg(picture))).ensureAlpha().raw().toBuffer();
      expect(drawn).toHaveLength(wanted.length);
      const [sum, far] = differencesOf(drawn, wanted);
      // Edges are smoothed in another way, and each layer is rounded to whole numbers.
      expect(sum / drawn.length).toBeLessThan(1);
      expect(far / drawn.length).toBeLessThan(0.02);
    }
  });
});

/** How far all bytes are apart, and how many by more than 8. One by one: there are millions. */
function differencesOf(drawn: Uint8ClampedArray, wanted: Uint8Array): [sum: number, far: number] {
  let [sum, far] = [0, 0];
  for (let at = 0; at < drawn.length; at++) {
    const difference = Math.abs(drawn[at]! - wanted[at]!);
    sum += difference;
    if (difference > 8) far++;
  }
  return [sum, far];
}
