import type { Page } from 'playwright';
import sharp from 'sharp';
import { describe, expect } from 'vitest';
import { distanceOf, gridOf, webmFrames } from '../support/webm.js';
import { complete, press, progress, test } from './page.js';
import { drop, type Heard, holdUploads, listen, photo, PHOTO } from './photos.js';

/** Of 255: what packing and another space of colours make of it. */
const ALIKE = 10;

/** The clip that is shown, as its frames. */
async function framesOf(page: Page): Promise<Buffer[]> {
  const address = await page.locator('.bs-generation-panel .bs-asset-viewer video').evaluate((video: HTMLVideoElement) => video.src);
  return webmFrames(new Uint8Array(await (await fetch(address)).arrayBuffer()));
}

const lastFrame = (page: Page) => page.locator('.bs-generation-panel').getByRole('button', { name: 'Go on from the last frame' });
const reference = (page: Page) => page.locator('.bs-form-reference');

const addressIn = (page: Page) => reference(page).locator('img').evaluateAll((images) => (images as HTMLImageElement[])[0]?.src);

/** The address of what was taken stands in the form. */
async function takeLastFrame(page: Page, heard: Heard): Promise<void> {
  const [before, sent] = [await addressIn(page), heard.uploads.length];
  await lastFrame(page).click();
  // The photo may still stand there, and under two addresses: as it was chosen, and as it was uploaded.
  const photos = [undefined, before, ...heard.frames];
  await expect.poll(async () => photos.includes(await addressIn(page))).toBe(false);
  await reference(page).waitFor();
  expect(heard.uploads.length).toBe(sent + 1);
}

describe('a photo that becomes a clip, whose last frame becomes the next', () => {
  test('of 12 megapixels: as each shows it, billed once each, and the chain is there after a reload', async ({ page, studio }) => {
    const heard = listen(page);
    const taken = await photo({ width: 4000, height: 3000, scene: true });
    await drop(page, taken, 'IMG_0001.JPG', 'image/jpeg');
    await press(page);
    await complete(page, studio);
    const first = await framesOf(page);
    const [begins, ends] = await Promise.all([gridOf(first[0]!), gridOf(first.at(-1)!)]);
    const upright = await sharp(taken).rotate().resize(1280, 720, { fit: 'cover' }).png().toBuffer();
    expect(distanceOf(begins, await gridOf(upright))).toBeLessThan(ALIKE);

    await takeLastFrame(page, heard);
    // As Chromium drew it.
    const address = (await addressIn(page))!;
    expect(distanceOf(await gridOf(new Uint8Array(await (await fetch(address)).arrayBuffer())), ends)).toBeLessThan(ALIKE);
    await page.getByRole('textbox', { name: 'Prompt', exact: true }).fill('And the light goes on');
    await press(page);
    await complete(page, studio);
    const second = await gridOf((await framesOf(page))[0]!);
    expect(distanceOf(second, ends)).toBeLessThan(ALIKE);
    expect(distanceOf(second, begins)).toBeGreaterThan(ALIKE);

    expect([heard.uploads.length, heard.frames.length, heard.frames[1]]).toEqual([2, 2, address]);
    const { charges, requests, held } = await studio.ledger();
    expect([charges.length, requests.filter(({ path }) => path === '/v1/tasks/submit').length, held]).toEqual([2, 2, 0]);

    await page.reload();
    const from = page.getByRole('button', { name: new RegExp(`^From: ${PHOTO}`) });
    await expect.poll(() => from.textContent()).toMatch(/\(2 s\)$/);
    await page.getByRole('button', { name: 'Became: And the light goes on' }).click();
    expect(await page.locator('.bs-tile[data-active] .bs-tile-prompt').textContent()).toBe('And the light goes on');
    expect((await studio.ledger()).charges).toHaveLength(2);
  });

  test('over reloads during the upload and during each clip, and offline in the middle', async ({ visitor, studio }) => {
    const page = await visitor.newPage();
    await page.goto(studio.url);
    const heard = listen(page);
    const taken = await photo({ width: 800, height: 600, scene: true });
    const release = await holdUploads(page);
    await drop(page, taken, 'IMG_0002.JPG', 'image/jpeg');
    await press(page);
    await expect.poll(() => heard.uploads.length).toBe(1);
    await page.reload();
    release();
    await drop(page, taken, 'IMG_0002.JPG', 'image/jpeg');
    await press(page);
    await progress(page, 'queued').waitFor();
    await page.reload();
    await complete(page, studio);

    let cuts = 0;
    await page.route('**/uploads', async (route) => {
      if (cuts++ > 0) return route.continue();
      await visitor.setOffline(true);
      await route.abort('internetdisconnected');
    });
    await lastFrame(page).click();
    await expect.poll(() => cuts).toBe(1);
    expect(await reference(page).count()).toBe(0);
    await visitor.setOffline(false);
    await reference(page).waitFor();
    await press(page);
    await progress(page, 'queued').waitFor();
    await page.reload();
    await complete(page, studio);
    expect([new Set(heard.uploads.map(({ key }) => key)).size, heard.frames.length]).toEqual([2, 2]);
    expect((await studio.ledger()).charges).toHaveLength(2);
    // What is removed leaves a sentence.
    await page.getByRole('button', { name: new RegExp(`^From: ${PHOTO}`) }).click();
    await page.keyboard.press('Delete');
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await page.getByText('From a result that is gone').waitFor();
  });

  test('begins with one of before, too, out of the history', async ({ page, studio }) => {
    const heard = listen(page);
    await drop(page, await photo({ width: 800, height: 600, scene: true }), 'IMG_0004.JPG', 'image/jpeg');
    await press(page);
    await complete(page, studio);
    await page.reload();
    await page.getByRole('textbox', { name: 'Prompt', exact: true }).fill('Something else');
    await page.locator('.bs-tile[data-status="completed"]').click();
    const before = page.getByRole('dialog', { name: PHOTO });
    await before.getByRole('button', { name: 'Go on from the last frame' }).click();
    await reference(page).waitFor();
    expect(await page.locator('dialog[open]').count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    expect(await page.getByRole('textbox', { name: 'Prompt', exact: true }).inputValue()).toContain(PHOTO);
    await press(page);
    await complete(page, studio);
    expect([heard.uploads.length, heard.frames.length, (await studio.ledger()).charges.length]).toEqual([2, 2, 2]);
    await page.locator('.bs-generation-panel').getByRole('button', { name: new RegExp(`^From: ${PHOTO}`) }).waitFor();
  });

  test('is not made before its button is pressed, and a cancelled frame leaves nothing', async ({ visitor, studio }) => {
    const page = await visitor.newPage();
    await page.goto(studio.url);
    const heard = listen(page);
    await drop(page, await photo({ width: 800, height: 600, scene: true }), 'IMG_0003.JPG', 'image/jpeg');
    await press(page);
    await complete(page, studio);
    await holdUploads(page);
    await lastFrame(page).click();
    await expect.poll(() => heard.uploads.length).toBe(2);
    await page.locator('.bs-generation-panel .bs-tools').getByRole('button', { name: 'Cancel the upload' }).click();
    await expect.poll(() => page.locator('.bs-generation-panel .bs-note').textContent()).toBe('');
    // Where the focus was is gone.
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).not.toBeNull();
    expect([heard.frames.length, (await studio.ledger()).charges.length]).toEqual([1, 1]);
  });
});
