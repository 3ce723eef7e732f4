import type { PictureType } from './picture.js';

/** What stands before what a camera wrote, by the kind of file. */
const MARKS: Readonly<Record<PictureType, string>> = { 'image/jpeg': 'Exif\0\0', 'image/png': 'eXIf', 'image/webp': 'EXIF' };
/** Of WebP its length stands between. */
const BETWEEN: Readonly<Record<PictureType, number>> = { 'image/jpeg': 0, 'image/png': 0, 'image/webp': 4 };
const ORIENTATION = 0x0112;

/** How the camera was held, from 1, upright, to 8; 1 where nothing says so. */
export function orientationOf(bytes: Uint8Array, type: PictureType): number {
  const found = indexOf(bytes, MARKS[type]);
  if (found < 0) return 1;
  const from = found + MARKS[type].length + BETWEEN[type];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  try {
    const little = view.getUint16(from) === 0x4949;
    const list = from + view.getUint32(from + 4, little);
    for (let entry = 0; entry < view.getUint16(list, little); entry++) {
      const at = list + 2 + 12 * entry;
      const value = view.getUint16(at + 8, little);
      if (view.getUint16(at, little) === ORIENTATION) return value >= 1 && value <= 8 ? value : 1;
    }
  } catch {
    // It leads beyond the file.
  }
  return 1;
}

function indexOf(bytes: Uint8Array, mark: string): number {
  const letters = mark.split('').map((letter) => letter.charCodeAt(0));
  for (let at = bytes.indexOf(letters[0] ?? 0); at >= 0; at = bytes.indexOf(letters[0] ?? 0, at + 1)) {
    if (letters.every((letter, index) => bytes[at + index] === letter)) return at;
  }
  return -1;
}
