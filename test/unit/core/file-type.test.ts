import { describe, expect, it } from 'vitest';
import { sniff, withTrueType } from '../../../src/core/base/file-type.js';

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
/** The beginning of a container of ISO: its brand, and what it is compatible with. */
const container = (brand: string, ...others: string[]) => bytes(`\0\0\0\x20ftyp${brand}\0\0\0\0${others.join('')}`);

describe('what a file is, by its first bytes', () => {
  it.each<[string, Uint8Array, string | undefined]>([
    ['a picture of a phone', container('heic', 'mif1', 'heic'), 'image/heic'],
    ['a picture of a phone that names the container alone', container('mif1', 'heic'), 'image/heic'],
    ['several of them', container('msf1', 'hevc'), 'image/heic'],
    ['AVIF', container('avif', 'mif1'), 'image/avif'],
    ['AVIF that names the container alone', container('mif1', 'miaf', 'avif'), 'image/avif'],
    ['a film', container('isom', 'iso2', 'avc1'), 'video/mp4'],
    ['a film of QuickTime', container('qt  '), 'video/quicktime'],
    ['a film that was cut off behind its brand', container('isom').subarray(0, 12), 'video/mp4'],
    ['the first bytes of a PNG', bytes('\x89PNG\r\n\x1a\n'), 'image/png'],
    ['a part of them', bytes('\x89PNG'), undefined],
    ['a drawing', bytes('\xef\xbb\xbf\n<svg xmlns="http://www.w3.org/2000/svg">'), 'image/svg+xml'],
    ['a page', bytes('<!doctype html>'), undefined],
    ['nothing', bytes(''), undefined],
  ])('%s', (_, beginning, type) => {
    expect(sniff(beginning)).toBe(type);
  });

  it('takes the place of the type that a file was given, and leaves its name', async () => {
    const photo = new File([container('heic')], 'IMG_0001.JPG', { type: 'image/jpeg' });
    expect(await withTrueType(photo)).toMatchObject({ type: 'image/heic', name: 'IMG_0001.JPG' });
  });

  it('stays as it was given where the bytes cannot be read, as those of a folder', async () => {
    const folder = Object.assign(new File([], 'Pictures'), { slice: () => ({ arrayBuffer: () => Promise.reject(new DOMException('', 'NotFoundError')) }) });
    expect(await withTrueType(folder)).toBe(folder);
  });
});
