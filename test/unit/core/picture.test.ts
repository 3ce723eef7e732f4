import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { bare, readPicture, readSize } from '../../../src/core/base/picture.js';
import { joined, PICTURE_TYPES, pictureOf, PLACE, pngPart } from '../../support/pictures.js';

const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

describe.each(PICTURE_TYPES)('a file of %s', (type) => {
  it('is read to its end, with its size', async () => {
    const bytes = await pictureOf({ type, width: 300, height: 17 });
    expect(readPicture(bytes)).toMatchObject({ type, width: 300, height: 17, end: bytes.length });
    expect(readSize(type, bytes.subarray(0, 1024), bytes.subarray(-12))).toEqual({ width: 300, height: 17 });
  });

  it('loses what a camera wrote beside it, and no pixel', async () => {
    const bytes = await pictureOf({ type, width: 40, height: 30, orientation: 6 });
    expect((await sharp(bytes).metadata()).orientation).toBe(6);
    expect(textOf(bytes)).toContain(PLACE);
    const picture = readPicture(bytes);
    const stripped = bare(bytes, picture!);
    expect(textOf(stripped)).not.toMatch(/PLACE|exif/i);
    const { width, height, orientation, exif } = await sharp(stripped).metadata();
    expect([width, height, orientation, exif]).toEqual([40, 30, undefined, undefined]);
    expect(await sharp(stripped).raw().toBuffer()).toEqual(await sharp(bytes).raw().toBuffer());
    expect(readPicture(stripped)).toMatchObject({ width: 40, height: 30, end: stripped.length });
  });

  it('is none once it breaks off, wherever that is', async () => {
    const bytes = await pictureOf({ type, orientation: 1 });
    const whole = [...bytes.keys()].filter((length) => readPicture(bytes.subarray(0, length)) !== undefined);
    expect(whole).toEqual([]);
  });

  it('ends before what was put behind it', async () => {
    const bytes = await pictureOf({ type });
    expect(readPicture(joined(bytes, 'PK\x03\x04'))?.end).toBe(bytes.length);
  });
});

describe('a PNG', () => {
  it('keeps no remarks, packed or not, and no part that nobody knows', async () => {
    const bytes = await pictureOf();
    const added = joined(bytes.subarray(0, 33), pngPart('tEXt', `Comment\0${PLACE}`), pngPart('zTXt', 'x'), pngPart('heHe', '<script>'), bytes.subarray(33));
    expect(bare(added, readPicture(added)!)).toEqual(bytes);
  });

  it.each([
    ['begins with another part', (bytes: Uint8Array) => joined(bytes.subarray(0, 8), pngPart('tEXt', 'x'), bytes.subarray(8))],
    ['has its beginning twice', (bytes: Uint8Array) => joined(bytes.subarray(0, 33), bytes.subarray(8))],
    ['draws nothing', (bytes: Uint8Array) => joined(bytes.subarray(0, 33), pngPart('IEND', ''))],
    ['has no size', (bytes: Uint8Array) => joined(bytes.subarray(0, 16), '\0\0\0\0', bytes.subarray(20))],
  ])('is none when it %s', async (_, change) => {
    expect(readPicture(change(await pictureOf()))).toBeUndefined();
  });
});

describe('a JPEG', () => {
  it('keeps its colours, and no remark', async () => {
    const bytes = new Uint8Array(await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } }).withIccProfile('p3').jpeg({ progressive: true }).toBuffer());
    const added = joined(bytes.subarray(0, 2), '\xff\xfe\0\x06<!--', '\xff\xe1\0\x06Exif', bytes.subarray(2));
    const stripped = bare(added, readPicture(added)!);
    expect(stripped).toEqual(bytes);
    expect((await sharp(stripped).metadata()).icc).toBeDefined();
  });
});
