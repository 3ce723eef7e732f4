import { describe, expect } from 'vitest';
import { chooseModel, complete, generate, playable, progress, test, turnTo, watch } from './page.js';
import type { Ledger } from './studio.js';

const imagesOf = ({ requests }: Ledger) => requests.filter(({ path }) => path.startsWith('/v1/images'));

describe('the studio', () => {
  test('draws an image of the size that was asked for', async ({ page, studio }) => {
    await turnTo(page, 'Image');
    await chooseModel(page, 'GPT-Image 2');
    await page.getByRole('radio', { name: '2:3, tall' }).check();
    await generate(page, 'Image', 'A kettle on the left and a mug on the right');
    await complete(page, studio);
    const size = await page.locator('.bs-asset-viewer img').evaluate(async (image: HTMLImageElement) => {
      await image.decode();
      return [image.naturalWidth, image.naturalHeight];
    });
    expect(size).toEqual([1024, 1536]);
    expect((await studio.ledger()).charges).toHaveLength(1);
  });

  test('films a video that plays', async ({ page, studio }) => {
    await chooseModel(page, 'Veo 3.1 Fast');
    await generate(page, 'Video', await playable(page, 'Tide coming in over black rocks'));
    await complete(page, studio);
    const video = page.locator('.bs-asset-viewer video');
    await video.evaluate(async (element: HTMLVideoElement) => {
      element.muted = true;
      await element.play();
      while (element.currentTime < 0.2) await new Promise((resolve) => element.addEventListener('timeupdate', resolve, { once: true }));
    });
    expect(await video.evaluate((element: HTMLVideoElement) => element.videoWidth)).toBeGreaterThan(0);
    expect((await studio.ledger()).charges).toMatchObject([{ model: 'veo-3.1-fast', amount: 0.21 }]);
    await page.getByRole('gridcell', { name: /Tide coming in/ }).waitFor();
  });

  test('cancels for nothing what is still queued', async ({ page, studio }) => {
    await generate(page, 'Video', 'A clip nobody waits for [queue]');
    await progress(page, 'queued').waitFor();
    await page.getByRole('button', { name: /^Cancel/ }).click();
    await progress(page, 'cancelled').waitFor();
    await expect(progress(page, 'cancelled').innerText()).resolves.toContain('nothing billed');
    expect(await studio.ledger()).toMatchObject({ charges: [], held: 0 });
  });

  test('finds the same task again after a reload half-way', async ({ page, studio }) => {
    await chooseModel(page, 'Veo 3.1 Fast');
    await generate(page, 'Video', await playable(page, 'Snow falling on a harbour'));
    await progress(page, 'queued').waitFor();
    // It takes 20 to 40 s, of which it waits for at most 15 in a hundred.
    await studio.pass(8);
    await progress(page, 'running').waitFor();
    await page.reload();
    await progress(page, 'running').waitFor();
    await complete(page, studio);
    const { requests, charges } = await studio.ledger();
    const submits = requests.filter(({ path }) => path === '/v1/tasks/submit');
    const followed = requests.filter(({ path }) => path.startsWith('/v1/tasks/stream/')).map(({ path }) => path);
    expect(submits).toHaveLength(1);
    expect(charges).toHaveLength(1);
    expect(followed.length).toBeGreaterThan(1);
    expect(new Set(followed).size).toBe(1);
  });

  test('has the same image again after a reload half-way, and in the history, billed once', async ({ visitor, studio }) => {
    const page = await visitor.newPage();
    const problems = watch(page);
    await page.goto(studio.url);
    await generate(page, 'Image', 'A lighthouse in fog');
    await progress(page, 'running').waitFor();
    await expect.poll(async () => imagesOf(await studio.ledger()).length).toBe(1);
    await page.reload();
    await turnTo(page, 'Image');
    await progress(page, 'running').waitFor();
    expect((await studio.ledger()).charges).toEqual([]);
    await complete(page, studio);
    await page.locator('.bs-asset-viewer img').evaluate((image: HTMLImageElement) => image.decode());
    await page.locator('.bs-tile[data-status="completed"] img[data-shown]').waitFor();
    // Later it is there at once, and nobody asks for it.
    await page.reload();
    await turnTo(page, 'Image');
    await progress(page, 'completed').waitFor();
    const ledger = await studio.ledger();
    expect(imagesOf(ledger)).toHaveLength(1);
    expect(ledger.charges).toHaveLength(1);
    expect(problems).toEqual([]);
  });

  test('says why, and that nothing was billed, when a prompt is blocked', async ({ visitor, studio }) => {
    const page = await visitor.newPage();
    await page.goto(studio.url);
    await generate(page, 'Video', 'Something that is not allowed [block]');
    await expect(progress(page, 'failed').innerText()).resolves.toMatch(/safety[^]*nothing billed|nothing[^]*billed/i);
    expect((await studio.ledger()).charges).toEqual([]);
  });
});
