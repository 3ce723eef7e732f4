import { decode } from './decode.js';
import { readBytes } from './read-bytes.js';

/** The image behind an address, as PNG. */
export async function pngOf(source: string, fetch: typeof globalThis.fetch = globalThis.fetch): Promise<Blob> {
  const bitmap = await bitmapOf(source, fetch);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  bitmap.close();
  return canvas.convertToBlob({ type: 'image/png' });
}

async function bitmapOf(source: string, fetch: typeof globalThis.fetch): Promise<ImageBitmap> {
  if (source.startsWith('blob:')) {
    // Not by `fetch`, which would need `blob:` in the page's `connect-src`.
    const image = new Image();
    image.src = source;
    await image.decode();
    return createImageBitmap(image);
  }
  const written = source.startsWith('data:') ? decode(source) : undefined;
  if (written !== undefined) return createImageBitmap(written);
  const response = await readBytes(source, fetch);
  if (!response.ok) throw new Error(`The image answered ${response.status}.`);
  return createImageBitmap(await response.blob());
}
