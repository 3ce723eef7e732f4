import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { encodePng } from '../../../src/testing/media/png.js';
import { createRandom, SEED } from '../../support/chance.js';

describe('a PNG that is made without the browser’s encoder', () => {
  it.each([
    [1, 1],
    [3, 2],
    [257, 64],
  ])('of %i × %i pixels holds them as they were', async (width, height) => {
    const next = createRandom(SEED);
    const data = Uint8ClampedArray.from({ length: width * height * 4 }, (_, at) => (at % 4 === 3 ? 255 : Math.floor(next() * 256)));
    const png = await encodePng({ width, height, data });
    const read = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
    expect([read.info.width, read.info.height]).toEqual([width, height]);
    expect([...read.data]).toEqual([...data]);
  });
});
