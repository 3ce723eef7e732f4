import sharp from 'sharp';
import type { PictureType } from '../../src/core/base/picture.js';
import { joined, PLACE } from './bytes.js';

export { joined, PLACE };

const FORMATS = { 'image/png': 'png', 'image/jpeg': 'jpeg', 'image/webp': 'webp' } as const;
export const PICTURE_TYPES = Object.keys(FORMATS) as PictureType[];

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

/** A part of a PNG. Its sum is not looked at by who reads parts. */
export function pngPart(name: string, data: Uint8Array | string): Uint8Array<ArrayBuffer> {
  const held = joined(data);
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, held.length);
  return joined(length, name, held, '\0\0\0\0');
}
