import { BytespikeError } from '../base/errors.js';
import { pngFile } from '../base/png.js';
import type { Mask } from './mask.js';
import type { Size } from './rows.js';

/** Rows that are packed in one turn: between two of them the page has its own. */
const ROWS_AT_ONCE = 64;
/** Red, green, blue and alpha. */
const CHANNELS = 4;

/**
 * The mask as a file that edits take: a PNG of the picture's size, transparent where it may change and black where
 * it stays, and nothing between. Written here and not by a canvas, which mixes colours at edges, may have no room, and lets a page that moves wait.
 * @throws BytespikeError `unsupported_image` where this browser cannot pack it
 */
export async function maskFile(mask: Mask, nextTurn = () => new Promise<void>((resolve) => setTimeout(resolve))): Promise<Blob> {
  if (typeof CompressionStream !== 'function') throw unwritable('This browser cannot write the mask, so nothing was sent. Use a newer one.');
  const { width, height } = mask;
  try {
    const { readable, writable } = new CompressionStream('deflate');
    const packed = new Response(readable).arrayBuffer();
    // What fails is heard of where it is waited for.
    packed.catch(() => {});
    const writer = writable.getWriter();
    for (let y = 0; y < height; y += ROWS_AT_ONCE) {
      await writer.write(rowsOf(mask, y, Math.min(height, y + ROWS_AT_ONCE)));
      await nextTurn();
    }
    await writer.close();
    return pngFile({ width, height, colours: 'rgba' }, new Uint8Array(await packed));
  } catch (cause) {
    throw unwritable('This browser has no room to write the mask, so nothing was sent. Close other pages and try again.', cause);
  }
}

function rowsOf(mask: Mask, from: number, to: number): Uint8Array<ArrayBuffer> {
  const { width } = mask;
  // Before each row stands its filter, none.
  const length = 1 + CHANNELS * width;
  const rows = new Uint8Array(length * (to - from));
  const marks = new Uint8Array(width);
  for (let y = from; y < to; y++) {
    mask.readRow(y, marks);
    for (let x = 0, at = (y - from) * length + CHANNELS; x < width; x++, at += CHANNELS) rows[at] = marks[x] ? 0 : 255;
  }
  return rows;
}

/**
 * What a mask of an earlier edit marks, for `createMask`: 1 where it is transparent.
 * @param size of the picture
 * @throws BytespikeError `unsupported_image` where it is no picture, or one of another size
 */
export async function marksOf(file: Blob, { width, height }: Size): Promise<Uint8Array> {
  const bitmap = await createImageBitmap(file).catch((cause: unknown) => {
    throw unwritable('The mask from before cannot be read. Begin a new one.', cause);
  });
  try {
    if (bitmap.width !== width || bitmap.height !== height) throw unwritable('The mask from before is of another size than the image. Begin a new one.');
    const marks = new Uint8Array(width * height);
    const rows = Math.min(height, ROWS_AT_ONCE * 4);
    const canvas = Object.assign(document.createElement('canvas'), { width, height: rows });
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (context === null) throw unwritable('This browser has no room to read the mask from before. Close other pages and try again.');
    for (let y = 0; y < height; y += rows) {
      context.clearRect(0, 0, width, rows);
      context.drawImage(bitmap, 0, -y);
      const { data } = context.getImageData(0, 0, width, Math.min(rows, height - y));
      for (let at = 3, to = y * width; at < data.length; at += CHANNELS, to++) marks[to] = data[at] === 0 ? 1 : 0;
    }
    return marks;
  } finally {
    bitmap.close();
  }
}

function unwritable(message: string, cause?: unknown): BytespikeError {
  return new BytespikeError({ code: 'unsupported_image', field: 'mask', message, cause });
}
