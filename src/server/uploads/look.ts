import { sniff } from '../../core/base/file-type.js';
import { bare, type Picture, type PictureType, readPicture } from '../../core/base/picture.js';
import { Refusal } from '../base/refusal.js';

/** A few bytes may ask for as much memory as they like. @source ours: above every camera's and every model's */
const LONGEST_SIDE = 16_384;
const MOST_PIXELS = 100_000_000;

/**
 * What came, if it is one picture of a type that the gateway reads, from the first byte to the last:
 * a file that is something else besides ends later than its picture does. Remarks, places and hidden
 * parts are left out. @throws Refusal 415
 */
export function pictureOf(bytes: Uint8Array<ArrayBuffer>): { type: PictureType; bytes: Uint8Array<ArrayBuffer> } {
  const picture = readPicture(bytes);
  if (picture === undefined) throw noPicture(sniff(bytes));
  if (picture.end !== bytes.length) throw unsupported('The file goes on after its picture ends, so nothing was kept. Save the picture anew and send that.', 'Bytes after the picture.');
  checkSize(picture);
  return { type: picture.type, bytes: bare(bytes, picture) };
}

export function checkSize({ width, height }: Pick<Picture, 'width' | 'height'>): void {
  if (Math.max(width, height) <= LONGEST_SIDE && width * height <= MOST_PIXELS) return;
  throw unsupported(`The picture has ${width} × ${height} pixels, more than are taken, so nothing was kept. Make it smaller.`, 'Too many pixels.');
}

export function noPicture(type: string | undefined): Refusal {
  const what = type === 'image/heic' ? 'HEIC, the format of iPhones' : (type ?? 'no whole picture');
  return unsupported(`The file is ${what}, and only whole PNG, JPEG and WebP pictures are taken, so nothing was kept. Convert it and send that.`, `Not a picture that is taken: ${type ?? 'unknown'}.`);
}

function unsupported(message: string, reason: string): Refusal {
  return new Refusal({ status: 415, code: 'unsupported_image', message, reason });
}
