import type { Page, Request } from 'playwright';
import sharp from 'sharp';
import { PLACE } from '../support/bytes.js';
import { chooseModel, playable, turnTo } from './page.js';

export const PHOTO = 'A lighthouse in the evening';

interface PhotoOptions {
  width: number;
  height: number;
  /** Of chance, as a camera in the dark sees it, so that nothing packs well. */
  noise?: boolean;
  /** Something to be seen on it, which is all of one grey else. */
  scene?: boolean;
}

/** A light in the dark, a hill and the sea: nothing of it is like anything else. */
const SCENE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"><path d="M0 0h400v300H0z" fill="#24407a"/><path d="M0 0h160v120H0z" fill="#e9b44c"/><path d="M240 60h160v140H240z" fill="#b23a48"/><path d="M0 190h220v110H0z" fill="#2f7d5b"/><circle cx="200" cy="150" r="46" fill="#f4f1de"/></svg>';

/** As a phone holds it: turned by a quarter, and with the place where it was taken. */
export async function photo({ width, height, noise = false, scene = false }: PhotoOptions): Promise<Buffer> {
  const pixels = Buffer.alloc(width * height * 3, 90);
  // Numbers that follow from each other, and look like none.
  if (noise) for (let at = 0, next = 1; at < pixels.length; at++) pixels[at] = (next = (Math.imul(next, 1_664_525) + 1_013_904_223) >>> 0) >>> 24;
  const taken = scene ? sharp(Buffer.from(SCENE)).resize(width, height, { fit: 'fill' }) : sharp(pixels, { raw: { width, height, channels: 3 } });
  return taken
    .jpeg({ quality: noise ? 100 : 90, chromaSubsampling: noise ? '4:4:4' : '4:2:0' })
    .withExif({ IFD0: { ImageDescription: PLACE }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '48/1 12/1 29/1', GPSLongitudeRef: 'E', GPSLongitude: '16/1 22/1 25/1' } })
    .withMetadata({ orientation: 6 })
    .toBuffer();
}

const isUpload = (request: Request) => request.method() === 'POST' && new URL(request.url()).pathname.endsWith('/uploads');

/** What of a page's calls is looked at. */
export interface Heard {
  /** A browser does not tell what is in them. */
  uploads: { key: string | undefined }[];
  /** Where clips were to begin. */
  frames: string[];
}

export function listen(page: Page): Heard {
  const heard: Heard = { uploads: [], frames: [] };
  page.on('request', (request) => {
    if (isUpload(request)) heard.uploads.push({ key: request.headers()['idempotency-key'] });
    if (request.url().endsWith('/v1/tasks/submit')) heard.frames.push((request.postDataJSON() as { image_url: string }).image_url);
  });
  return heard;
}

/**
 * Holds uploads up until the result is called. What is routed stays routed: requests of a page that is being loaded while its
 * route is taken away are lost (15 of 250 times in one kind of Chromium).
 */
export async function holdUploads(page: Page): Promise<() => void> {
  let isHeld = true;
  await page.route('**/uploads', (route) => (isHeld ? undefined : route.continue()));
  return () => {
    isHeld = false;
  };
}

/** Fills the form in for a clip. */
export async function ask(page: Page): Promise<void> {
  await turnTo(page, 'Video');
  await chooseModel(page, 'Veo 3.1 Fast');
  await page.getByRole('textbox', { name: 'Prompt', exact: true }).fill(await playable(page, PHOTO));
}

/** The same, that begins with a file which is dropped onto the form. */
export async function drop(page: Page, bytes: Buffer, name: string, type: string): Promise<void> {
  await ask(page);
  await dropOnto(page, bytes, name, type);
}

/** Drops a file onto the form as it is. */
export async function dropOnto(page: Page, bytes: Buffer, name: string, type: string): Promise<void> {
  const files = await page.evaluateHandle(
    async ([data, fileName, fileType]) => {
      const transfer = new DataTransfer();
      const held = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
      transfer.items.add(new File([held], fileName, { type: fileType }));
      return transfer;
    },
    [bytes.toString('base64'), name, type] as const,
  );
  await page.locator('.bs-prompt-form').dispatchEvent('drop', { dataTransfer: files });
  await page.locator('.bs-form-reference').waitFor();
}
