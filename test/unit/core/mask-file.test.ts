import { describe, expect, it, vi } from 'vitest';
import { createMask } from '../../../src/core/mask/mask.js';
import { maskFile } from '../../../src/core/mask/mask-file.js';
import { pixelsOf } from '../../support/mask-files.js';

describe('the file of a mask', () => {
  it.each([
    { width: 3, height: 2 },
    { width: 300, height: 201 },
  ])('is a PNG of $width x $height pixels: transparent where it is marked, and black where it is not', async (size) => {
    const mask = createMask(size);
    mask.line('mark', { x: 1, y: 1 }, { x: size.width / 2, y: size.height / 2 }, size.height / 5);
    const file = await maskFile(mask, async () => {});
    expect(file.type).toBe('image/png');
    const { data, ...read } = await pixelsOf(file);
    expect(read).toEqual(size);
    const meant = Array.from({ length: size.width * size.height }, (_, at) => [0, 0, 0, mask.isMarked(at % size.width, Math.floor(at / size.width)) ? 0 : 255]);
    expect(data.equals(Buffer.from(meant.flat()))).toBe(true);
  });

  it('lets the page have its turn while it is written', async () => {
    let turns = 0;
    await maskFile(createMask({ width: 8, height: 1000 }), async () => void turns++);
    expect(turns).toBeGreaterThan(10);
  });

  it('says what to do where this browser cannot write it', async () => {
    vi.stubGlobal('CompressionStream', undefined);
    await expect(maskFile(createMask({ width: 1, height: 1 }))).rejects.toMatchObject({ code: 'unsupported_image', field: 'mask', message: expect.stringContaining('newer one') });
    vi.stubGlobal('CompressionStream', class {
      constructor() {
        throw new RangeError('no room');
      }
    });
    await expect(maskFile(createMask({ width: 1, height: 1 }))).rejects.toMatchObject({ code: 'unsupported_image', message: expect.stringContaining('no room') });
    vi.unstubAllGlobals();
  });
});
