import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { compose } from '../../../src/testing/media/picture.js';
import { drawPixels } from '../../../src/testing/media/raster.js';
import { toSvg } from '../../../src/testing/media/svg.js';

describe('a picture that is drawn without a canvas', () => {
  // Each of the two compositions, several palettes, wide and tall.
  it.each([
    ['A paper boat at dawn', 320, 180],
    ['Steam over a bowl of ramen', 180, 320],
    ['夜の街', 200, 200],
    ['A forest in the rain', 256, 96],
  ])('of "%s" is that of sharp, but for the words', async (prompt, width, height) => {
    for (const key of ['1', '2', '3', '4']) {
      const picture = { ...compose({ prompt, key, width, height }), caption: { text: '', x: 0, y: 0, size: 11 } };
      const drawn = drawPixels(picture).data;
      const wanted = await sharp(Buffer.from(toSvg(picture))).ensureAlpha().raw().toBuffer();
      expect(drawn).toHaveLength(wanted.length);
      const differences = [...drawn].map((value, at) => Math.abs(value - wanted[at]!));
      // Edges are not smoothed, and each layer is rounded to whole numbers.
      expect(differences.reduce((sum, difference) => sum + difference, 0) / differences.length).toBeLessThan(1);
      expect(differences.filter((difference) => difference > 8).length / differences.length).toBeLessThan(0.02);
    }
  });
});
