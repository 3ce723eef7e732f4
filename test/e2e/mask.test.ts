import type { Page } from 'playwright';
import sharp from 'sharp';
import { describe, expect } from 'vitest';
import { isNear, type Spot } from '../support/mask-way.js';
import { chooseModel, complete, press, test, turnTo } from './page.js';
import { dropOnto } from './photos.js';
import type { Studio } from './studio.js';

const SIZE = { width: 1024, height: 1024 };
/** The brush that an editor of this picture begins with. */
const RADIUS = 1024 / 16 / 2;
const WAY: readonly Spot[] = [[0.2, 0.25], [0.5, 0.7], [0.8, 0.3]];
/** A colour that no picture of the simulated gateway has. */
const PHOTO = sharp({ create: { ...SIZE, channels: 3, background: '#fe01fd' } }).png();

/** Has the studio change a photo of one's own, and opens the editor on it. */
async function openEditor(page: Page): Promise<void> {
  await turnTo(page, 'Image');
  await chooseModel(page, 'GPT-Image 2');
  await page.getByRole('textbox', { name: 'Prompt', exact: true }).fill('A kettle in its place');
  await dropOnto(page, await PHOTO.clone().toBuffer(), 'photo.png', 'image/png');
  const choose = page.getByRole('button', { name: 'Choose what changes' });
  await choose.focus();
  await page.keyboard.press('Enter');
  await page.locator('.bs-mask-editor[data-status="ready"]').waitFor();
}

/** Where the picture is in the window, in its pixels. */
async function plane(page: Page): Promise<{ scale: number; at: (spot: Spot) => { x: number; y: number } }> {
  const box = (await page.locator('.bs-mask-plane').boundingBox())!;
  return { scale: box.width / SIZE.width, at: ([x, y]) => ({ x: box.x + x * box.width, y: box.y + y * box.height }) };
}

type Meant = (x: number, y: number) => boolean | undefined;

async function paintByMouse(page: Page): Promise<Meant> {
  const { scale, at } = await plane(page);
  const [first, ...rest] = WAY.map(at);
  await page.mouse.move(first!.x, first!.y);
  await page.mouse.down();
  for (const { x, y } of rest) await page.mouse.move(x, y);
  await page.mouse.up();
  return isNear(WAY, SIZE, RADIUS, 1 / scale);
}

async function paintByTouch(page: Page): Promise<Meant> {
  const { scale, at } = await plane(page);
  const finger = await page.context().newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', spots: readonly Spot[]) => finger.send('Input.dispatchTouchEvent', { type, touchPoints: spots.map(at) });
  await send('touchStart', WAY.slice(0, 1));
  for (const spot of WAY.slice(1)) await send('touchMove', [spot]);
  await send('touchEnd', []);
  return isNear(WAY, SIZE, RADIUS, 1.5 / scale);
}

/** A rectangle of a quarter in the middle, once up. */
async function paintByKeyboard(page: Page): Promise<Meant> {
  await tabTo(page, () => document.activeElement?.matches('.bs-mask-stage'));
  for (const key of ['ArrowUp', 'ArrowUp', 'Enter', 'Escape']) await page.keyboard.press(key);
  return (x, y) => x > 384 && x < 640 && y > 384 - 20 && y < 640 - 20;
}

/** By the Tab key, as whoever has no mouse, until the focus is where it is looked for. */
async function tabTo(page: Page, isThere: () => boolean | undefined): Promise<void> {
  for (let stops = 0; !(await page.evaluate(isThere)); stops++) {
    expect(stops).toBeLessThan(20);
    await page.keyboard.press('Tab');
  }
}

/** What is drawn now, and whether each pixel of the photo changed as it was meant to. */
async function strayed(page: Page, isMeant: Meant): Promise<{ changed: number; wrong: number[][] }> {
  const address = await page.locator('.bs-generation-panel .bs-asset-viewer img').evaluate((image: HTMLImageElement) => image.src);
  const { data, info } = await sharp(new Uint8Array(await (await fetch(address)).arrayBuffer())).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  expect([info.width, info.height]).toEqual([SIZE.width, SIZE.height]);
  const found = { changed: 0, wrong: [] as number[][] };
  for (let at = 0; at < SIZE.width * SIZE.height; at++) {
    const isChanged = data.readUIntBE(at * 3, 3) !== 0xfe01fd;
    const [x, y] = [at % SIZE.width, Math.floor(at / SIZE.width)];
    const meant = isMeant(x + 0.5, y + 0.5);
    found.changed += Number(isChanged);
    if (meant !== undefined && meant !== isChanged) found.wrong.push([x, y]);
  }
  return found;
}

async function changeAsMarked(page: Page, studio: Studio, isMeant: Meant): Promise<void> {
  await page.getByRole('button', { name: 'Change the marking' }).waitFor();
  await press(page);
  await complete(page, studio);
  const { changed, wrong } = await strayed(page, isMeant);
  expect({ wrong, isMuch: changed > 20_000 }).toEqual({ wrong: [], isMuch: true });
  const { charges, requests } = await studio.ledger();
  expect(charges).toMatchObject([{ model: 'gpt-image-2' }]);
  expect(requests.filter(({ path }) => path === '/v1/images/edits')).toHaveLength(1);
}

describe('what of a photo may change', () => {
  test.for([
    ['by mouse', paintByMouse],
    ['by touch', paintByTouch],
    ['by keyboard alone', paintByKeyboard],
  ] as const)('is what is marked %s, to the pixel; it is billed once', async ([, paint], { page, studio }) => {
    await openEditor(page);
    const isMeant = await paint(page);
    await tabTo(page, () => document.activeElement?.textContent === 'Use it');
    await page.keyboard.press('Enter');
    await changeAsMarked(page, studio, isMeant);
  });
});
