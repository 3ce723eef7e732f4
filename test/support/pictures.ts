import sharp from 'sharp';
import type { PictureType } from '../../src/core/base/picture.js';

const FORMATS = { 'image/png': 'png', 'image/jpeg': 'jpeg', 'image/webp': 'webp' } as const;
export const PICTURE_TYPES = Object.keys(FORMATS) as PictureType[];

/** Found in whatever holds what a camera wrote beside the picture. */
export const PLACE = 'PLACE-48.2082';

export interface PictureOptions {
  type?: PictureType;
  width?: number;
  height?: number;
  /** With EXIF: this way of holding the camera, a place, and a remark. */
  orientation?: number;
}

/** A real picture, without metadata unless it is asked for. */
export async function pictureOf({ type = 'image/png', width = 8, height = 6, orientation }: PictureOptions = {}): Promise<Uint8Array<ArrayBuffer>> {
  const drawn = sharp({ create: { width, height, channels: 3, background: { r: 200, g: 40, b: 90 } } }).toFormat(FORMATS[type]);
  const made = orientation === undefined ? drawn : drawn.withExif({ IFD0: { ImageDescription: PLACE }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '48/1 12/1 29/1' } }).withMetadata({ orientation });
  return new Uint8Array(await made.toBuffer());
}

export function joined(...parts: readonly (Uint8Array | string)[]): Uint8Array<ArrayBuffer> {
  const bytes = parts.map((part) => (typeof part === 'string' ? Uint8Array.from(part, (letter) => letter.charCodeAt(0)) : part));
  const all = new Uint8Array(bytes.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of bytes) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** A part of a PNG. Its sum is not looked at by who reads parts. */
export function pngPart(name: string, data: Uint8Array | string): Uint8Array<ArrayBuffer> {
  const held = joined(data);
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, held.length);
  return joined(length, name, held, '\0\0\0\0');
}
