import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, onTestFinished } from 'vitest';
import { PLACE } from '../support/bytes.js';
import { complete, press, progress, test } from './page.js';
import { ask, drop, holdUploads, listen, photo } from './photos.js';

/** What the gateway reads, which is nobody. */
async function frameOf(url: string) {
  const response = await fetch(url);
  const bytes = Buffer.from(await response.arrayBuffer());
  const { width, height, orientation, exif } = await sharp(bytes).metadata();
  return { status: response.status, type: response.headers.get('content-type'), width, height, orientation, exif, bytes };
}

describe('a photo of one’s own', () => {
  test('of 12 megapixels, turned, becomes a clip: upright, smaller, and without where it was taken', async ({ page, studio }) => {
    const heard = listen(page);
    const taken = await photo({ width: 4000, height: 3000 });
    expect(taken.includes(PLACE)).toBe(true);
    await drop(page, taken, 'IMG_0001.JPG', 'image/jpeg');
    expect(heard.uploads).toEqual([]);
    await press(page);
    await complete(page, studio);
    expect([heard.uploads.length, heard.frames.length]).toEqual([1, 1]);
    const { bytes, ...frame } = await frameOf(heard.frames[0]!);
    expect(frame).toEqual({ status: 200, type: 'image/jpeg', width: 3000, height: 4000, orientation: undefined, exif: undefined });
    expect(bytes.includes(PLACE) || bytes.includes('GPS') || bytes.includes('Exif')).toBe(false);
    const { charges, requests } = await studio.ledger();
    expect([charges.length, requests.filter(({ path }) => path === '/v1/tasks/submit').length]).toEqual([1, 1]);
    // The clip stands on it until it plays.
    expect(await page.locator('.bs-asset-viewer video').getAttribute('poster')).toBe(heard.frames[0]);
  });

  test('of 20 MB is made smaller before it leaves', async ({ page, studio }) => {
    const heard = listen(page);
    const taken = await photo({ width: 4400, height: 1700, noise: true });
    expect(taken.length).toBeGreaterThan(20 * 1024 * 1024);
    await ask(page);
    // Chosen from the disk, as a person does: so many bytes take long to be handed to a browser otherwise.
    const folder = await mkdtemp(join(tmpdir(), 'bytespike-photo-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    await writeFile(join(folder, 'IMG_0002.JPG'), taken);
    await page.locator('.bs-prompt-form input[type=file]').setInputFiles(join(folder, 'IMG_0002.JPG'));
    await press(page);
    await complete(page, studio);
    const { bytes, height } = await frameOf(heard.frames[0]!);
    expect([bytes.length <= 10 * 1024 * 1024, (height ?? 0) <= 4096, heard.uploads.length]).toEqual([true, true, 1]);
    expect((await studio.ledger()).charges).toHaveLength(1);
  });

  test('in HEIC is refused by its name, and nothing leaves', async ({ page, studio }) => {
    const heard = listen(page);
    await drop(page, Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), 'IMG_0003.HEIC', 'image/heic');
    await press(page);
    await page.getByText(/This is a HEIC picture, which this browser cannot read/).waitFor();
    expect(heard).toEqual({ uploads: [], frames: [] });
    expect((await studio.ledger()).charges).toEqual([]);
  });

  test('goes on where the network comes back in the middle, and is billed once', async ({ visitor, studio }) => {
    const page = await visitor.newPage();
    await page.goto(studio.url);
    const heard = listen(page);
    let cuts = 0;
    await page.route('**/uploads', async (route) => {
      if (cuts++ > 0) return route.continue();
      await visitor.setOffline(true);
      await route.abort('internetdisconnected');
    });
    await drop(page, await photo({ width: 800, height: 600 }), 'IMG_0004.JPG', 'image/jpeg');
    await press(page);
    await expect.poll(() => cuts).toBe(1);
    await page.getByRole('button', { name: 'Cancel the upload' }).waitFor();
    await visitor.setOffline(false);
    await complete(page, studio);
    expect([cuts, new Set(heard.uploads.map(({ key }) => key)).size, heard.frames.length]).toEqual([2, 1, 1]);
    expect((await studio.ledger()).charges).toHaveLength(1);
  });

  test('that a reload cut off is the same upload when it is dropped again', async ({ visitor, studio }) => {
    const page = await visitor.newPage();
    await page.goto(studio.url);
    const heard = listen(page);
    const taken = await photo({ width: 800, height: 600 });
    const release = await holdUploads(page);
    await drop(page, taken, 'IMG_0005.JPG', 'image/jpeg');
    await press(page);
    await expect.poll(() => heard.uploads.length).toBe(1);
    await page.reload();
    release();
    expect((await studio.ledger()).charges).toEqual([]);
    await drop(page, taken, 'IMG_0005.JPG', 'image/jpeg');
    await press(page);
    await progress(page, 'queued').waitFor();
    await page.reload();
    await complete(page, studio);
    expect([heard.uploads.length, new Set(heard.uploads.map(({ key }) => key)).size, heard.frames.length]).toEqual([2, 1, 1]);
    expect((await studio.ledger()).charges).toHaveLength(1);
  });

  test('is no longer sent once it is cancelled, and nothing is billed', async ({ visitor, studio }) => {
    const page = await visitor.newPage();
    await page.goto(studio.url);
    const heard = listen(page);
    await holdUploads(page);
    await drop(page, await photo({ width: 800, height: 600 }), 'IMG_0006.JPG', 'image/jpeg');
    await press(page);
    await page.getByRole('button', { name: 'Cancel the upload' }).click();
    await page.getByRole('button', { name: /^Generate · / }).waitFor();
    expect(heard.frames).toEqual([]);
    expect(await studio.ledger()).toMatchObject({ charges: [], held: 0 });
  });
});
