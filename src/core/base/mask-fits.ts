import { readPicture } from './picture.js';
import { orientationOf } from './orientation.js';

/** Of a PNG, where its header says which colours it has; from there on it may have transparency. */
const COLOURS_AT = 25;
const WITH_ALPHA = [4, 6];

/**
 * Why a mask cannot be that of a picture, with what to do; `undefined` where it can. A mask is a PNG with
 * transparency, pixel by pixel as large as the picture. How a picture is turned by what its camera wrote
 * beside it, not everybody who reads it goes by, so that nobody knows what a mask of it would cover.
 *
 * @source OpenAI reference, Images, whose shape the gateway's calls have, as of 2026-05
 */
export function maskTrouble(image: Uint8Array, mask: Uint8Array): string | undefined {
  const [whole, cover] = [readPicture(image), readPicture(mask)];
  if (cover?.type !== 'image/png') return 'The mask is no whole PNG, and other formats are not taken. Save it as PNG with transparency, or make it with MaskEditor.';
  if (!hasAlpha(mask)) return 'The mask has no transparency, so it says nothing of what may change. Save it as PNG with an alpha channel: transparent where the image may change.';
  if (whole === undefined) return 'The image is no whole PNG, JPEG or WebP, so nobody can say what the mask covers. Choose another image.';
  if (orientationOf(image, whole.type) !== 1) return 'The image is turned by what its camera wrote into it, and the mask may cover something else. Save the image upright, and make the mask for that.';
  if (whole.width === cover.width && whole.height === cover.height) return undefined;
  return `The mask is ${cover.width}x${cover.height} pixels, and the image ${whole.width}x${whole.height}. Make the mask as large as the image.`;
}

function hasAlpha(png: Uint8Array): boolean {
  if (WITH_ALPHA.includes(png[COLOURS_AT] ?? 0)) return true;
  // One colour, or one of a list, that counts as transparent.
  const view = new DataView(png.buffer, png.byteOffset, png.length);
  for (let at = 8; at + 12 <= png.length; at += 12 + view.getUint32(at)) {
    const name = String.fromCharCode(...png.subarray(at + 4, at + 8));
    if (name === 'tRNS') return true;
    if (name === 'IDAT') return false;
  }
  return false;
}
