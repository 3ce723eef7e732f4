import { expect, test, vi } from 'vitest';
import { systemClock } from '../../../src/testing/base/clock.js';
import { createAssets } from '../../../src/testing/media/assets.js';
import type { Media } from '../../../src/testing/media/media.js';
import { drawFilm } from '../../../src/testing/simulation/drawn-film.js';
import { pictureOf } from '../../support/pictures.js';

const order = { prompt: 'A kettle', key: '1', width: 64, height: 64, format: 'png', quality: 90 } as const;

function rig() {
  const encode = vi.fn<Media['encode']>(async () => new Uint8Array(8));
  const views = vi.fn<Media['views']>(async () => [await pictureOf({ type: 'image/webp' })]);
  const media: Media = { encode, isServer: false, canView: async () => true, views };
  /** What a gateway of its own makes of it. */
  const made = async (changes: object = {}) => {
    const assets = createAssets({ media, clock: systemClock, seed: '1', assetBaseUrl: undefined });
    const bytes = await assets.bytes(assets.addPicture({ ...order, ...changes }, 'https://gateway.test'));
    return { bytes, shown: assets.shownIn(bytes) };
  };
  return { encode, views, media, made };
}

test('a picture of the same order is drawn once, whichever gateway is asked, and each knows what it shows', async () => {
  const { encode, made } = rig();
  const [first, second] = [await made(), await made()];
  expect(encode).toHaveBeenCalledTimes(1);
  expect(second.bytes).toBe(first.bytes);
  expect(second.shown).toMatchObject({ prompt: 'A kettle' });
});

test.each([{ prompt: 'A mug' }, { key: '2' }, { model: 'nano-banana' }, { width: 65 }, { height: 65 }, { format: 'webp' }, { quality: 91 }, { before: { ...order, prompt: 'A cup' } }])('one with %o is another', async (changes) => {
  const { encode, made } = rig();
  await made();
  await made(changes);
  expect(encode).toHaveBeenCalledTimes(2);
});

test('one that is drawn over a file is drawn each time', async () => {
  const { encode, made } = rig();
  const masked = { image: new Uint8Array(1), mask: new Uint8Array(1) };
  await made({ masked });
  await made({ masked });
  expect(encode).toHaveBeenCalledTimes(2);
});

test('what failed is tried again', async () => {
  const { encode, made } = rig();
  encode.mockRejectedValueOnce(new Error('no canvas'));
  await expect(made()).rejects.toThrow('no canvas');
  await made();
  expect(encode).toHaveBeenCalledTimes(2);
});

test('only the latest are kept', async () => {
  const { encode, made } = rig();
  for (let key = 0; key < 33; key++) await made({ key: String(key) });
  await made({ key: '1' });
  expect(encode).toHaveBeenCalledTimes(33);
  await made({ key: '0' });
  expect(encode).toHaveBeenCalledTimes(34);
});

test('a clip of the same order is drawn once', async () => {
  const { views, media } = rig();
  const clip = { prompt: 'Tide', key: '1', model: 'veo-3.1', width: 64, height: 64 };
  const [first, second] = [await drawFilm(media, clip), await drawFilm(media, clip)];
  expect(second).toBe(first);
  await drawFilm(media, { ...clip, key: '2' });
  expect(views).toHaveBeenCalledTimes(2);
});
