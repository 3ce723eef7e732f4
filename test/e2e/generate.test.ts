import { describe, expect } from 'vitest';
import { catalog } from '../../src/core/catalog.js';
import { chooseModel, generate, playable, progress, test, watch } from './page.js';
import { type Ledger, startStudio } from './studio.js';

const imagesOf = ({ requests }: Ledger) => requests.filter(({ path }) => path.startsWith('/v1/images'));

describe('the studio', () => {
  test('draws an image of the size that was asked for', async ({ page, studio }) => {
    await page.getByRole('radio', { name: 'Image', exact: true }).check();
    await page.getByRole('radio', { name: '1024×1536' }).check();
    await generate(page, 'Image', 'A kettle on the left and a mug on the right');
    await progress(page, 'completed').waitFor();
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
    await progress(page, 'completed').waitFor();
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
    await page.getByRole('radio', { name: 'Video', exact: true }).check();
    // The quickest: "Auto" may choose one that takes longer than a test waits.
    await chooseModel(page, 'Veo 3.1 Fast');
    await generate(page, 'Video', await playable(page, 'Snow falling on a harbour [slow]'));
    await progress(page, 'running').waitFor();
    await page.reload();
    await progress(page, 'running').waitFor();
    await progress(page, 'completed').waitFor();
    const { requests, charges } = await studio.ledger();
    const submits = requests.filter(({ path }) => path === '/v1/tasks/submit');
    const followed = requests.filter(({ path }) => path.startsWith('/v1/tasks/stream/')).map(({ path }) => path);
    expect(submits).toHaveLength(1);
    expect(charges).toHaveLength(1);
    expect(followed.length).toBeGreaterThan(1);
    expect(new Set(followed).size).toBe(1);
  });

  test('has the same image again after a reload half-way, and in the history, billed once', async ({ browser, studio }) => {
    const page = await browser.newPage();
    const problems = watch(page);
    await page.goto(studio.url);
    await generate(page, 'Image', 'A lighthouse in fog [slow]');
    await progress(page, 'running').waitFor();
    await expect.poll(async () => imagesOf(await studio.ledger()).length).toBe(1);
    await page.reload();
    await page.getByRole('radio', { name: 'Image', exact: true }).check();
    await progress(page, 'running').waitFor();
    expect((await studio.ledger()).charges).toEqual([]);
    await progress(page, 'completed').waitFor();
    await page.locator('.bs-asset-viewer img').evaluate((image: HTMLImageElement) => image.decode());
    await page.locator('.bs-tile[data-status="completed"] img[data-shown]').waitFor();
    // Later it is there at once, and nobody asks for it.
    await page.reload();
    await page.getByRole('radio', { name: 'Image', exact: true }).check();
    await progress(page, 'completed').waitFor();
    const ledger = await studio.ledger();
    expect(imagesOf(ledger)).toHaveLength(1);
    expect(ledger.charges).toHaveLength(1);
    await page.close();
    // Whether the proxy keeps answers is asked by reading a task that is none.
    expect(problems).toEqual([expect.stringMatching(/^404 .*\/v1\/tasks\/query\?out_task_id=bs_/), expect.stringContaining('status of 404')]);
  });

  test('makes something with every model it offers, whatever was set for the one before', async ({ browser }) => {
    const studio = await startStudio({ SPEED: '1000' });
    const page = await browser.newPage();
    await page.goto(studio.url);
    await chooseModel(page, 'Sora 2 Pro');
    await page.getByRole('radio', { name: '1080p' }).check();
    await page.getByRole('spinbutton', { name: 'Seconds' }).fill('7');
    const videos = await tryEach('Video');
    await page.getByRole('radio', { name: 'Image', exact: true }).check();
    await page.getByRole('radio', { name: '1024×1536' }).check();
    await page.getByRole('radio', { name: 'High' }).check();
    await page.getByRole('spinbutton', { name: 'Images' }).fill('4');
    const images = await tryEach('Image');
    expect((await studio.ledger()).charges.map(({ model }) => model)).toEqual([...videos, ...images]);
    await page.close();

    async function tryEach(kind: 'Image' | 'Video'): Promise<string[]> {
      const models = catalog.models.filter((model) => model.kind === kind.toLowerCase());
      for (const { id, name } of models) {
        await chooseModel(page, name);
        const { charges } = await studio.ledger();
        await generate(page, kind, `A paper boat, by ${id}`);
        await expect.poll(async () => (await studio.ledger()).charges.length, { timeout: 10_000 }).toBe(charges.length + 1);
      }
      return models.map(({ id }) => id);
    }
  });

  test('says why, and that nothing was billed, when a prompt is blocked', async ({ browser, studio }) => {
    const page = await browser.newPage();
    await page.goto(studio.url);
    await generate(page, 'Video', 'Something that is not allowed [block]');
    await expect(progress(page, 'failed').innerText()).resolves.toMatch(/safety[^]*nothing billed|nothing[^]*billed/i);
    expect((await studio.ledger()).charges).toEqual([]);
    await page.close();
  });
});
