import sharp from 'sharp';

interface Size {
  width: number;
  height: number;
}

interface Area extends Size {
  x: number;
  y: number;
}

/** A mask as edits take it: transparent in an area, else opaque. */
export async function maskOf({ width, height }: Size, area: Area = { x: 0, y: 0, width: 1, height: 1 }): Promise<File> {
  const data = Buffer.alloc(width * height * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const isIn = x >= area.x && y >= area.y && x < area.x + area.width && y < area.y + area.height;
      data[(y * width + x) * 4 + 3] = isIn ? 0 : 255;
    }
  }
  const bytes = new Uint8Array(await sharp(data, { raw: { width, height, channels: 4 } }).png().toBuffer());
  return new File([bytes], 'mask.png', { type: 'image/png' });
}

/** How many of the bytes are the same, from 0 to 1. One by one: a picture has millions. */
export function shareOfEqual(a: Uint8Array, b: Uint8Array): number {
  let equal = 0;
  for (let at = 0; at < a.length; at++) if (a[at] === b[at]) equal++;
  return equal / a.length;
}

/** Red, green, blue and alpha of each pixel of a picture. */
export async function pixelsOf(file: Blob | Uint8Array): Promise<{ width: number; height: number; data: Buffer }> {
  const bytes = file instanceof Uint8Array ? file : new Uint8Array(await file.arrayBuffer());
  const { data, info } = await sharp(bytes).toColourspace('srgb').ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}
