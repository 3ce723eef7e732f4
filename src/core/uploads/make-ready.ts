import { sniff } from '../base/file-type.js';
import { BytespikeError } from '../base/errors.js';
import { bare, readPicture } from '../base/picture.js';
import { orientationOf } from '../base/orientation.js';

export interface PictureLimits {
  /** Pixels of the longer side. */
  maxSide: number;
  maxBytes: number;
}

/** A picture that may leave the page. */
export interface ReadyPicture {
  bytes: Uint8Array<ArrayBuffer>;
  type: string;
}

/** Of what compresses with losses. @source ours: no difference is seen, at half of the bytes */
const QUALITY = 0.92;
const SMALLER = 0.8;
const MOST_TRIES = 8;

/**
 * The picture as it is sent: upright, no larger than may be, and without what a camera wrote beside
 * it. What is so already goes as it is, pixel by pixel; all else is drawn anew.
 * @throws BytespikeError `unsupported_image`
 */
export async function makeReady(file: Blob, limits: PictureLimits): Promise<ReadyPicture> {
  const bytes = await bytesOf(file);
  const picture = readPicture(bytes);
  if (picture !== undefined && Math.max(picture.width, picture.height) <= limits.maxSide && orientationOf(bytes, picture.type) === 1) {
    const ready = bare(bytes, picture);
    if (ready.length <= limits.maxBytes) return { bytes: ready, type: picture.type };
  }
  const type = sniff(bytes);
  const bitmap = await createBitmap(file, type);
  try {
    return await drawn(bitmap, type === 'image/jpeg' || type === 'image/heic' ? 'image/jpeg' : 'image/png', limits);
  } finally {
    bitmap.close();
  }
}

async function bytesOf(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (cause) {
    throw unsupported('The file cannot be read any more, so nothing was sent. Choose it again.', cause);
  }
}

async function createBitmap(file: Blob, type: string | undefined): Promise<ImageBitmap> {
  try {
    // What the file is called may be wrong, and then some browsers do not draw it.
    return await createImageBitmap(type === undefined ? file : file.slice(0, file.size, type), { imageOrientation: 'from-image' });
  } catch (cause) {
    if (type === 'image/heic') throw unsupported('This is a HEIC picture, the format of iPhones, which this browser cannot read, so nothing was sent. Save it as JPEG and choose that.', cause, 'heic');
    throw unsupported('This is no picture that can be read, so nothing was sent. Choose a PNG, JPEG or WebP picture.', cause);
  }
}

/** As large as it may be: smaller, and where that is not enough in a format that takes less, and smaller again. */
async function drawn(bitmap: ImageBitmap, wanted: string, { maxSide, maxBytes }: PictureLimits): Promise<ReadyPicture> {
  let scale = Math.min(1, maxSide / Math.max(bitmap.width, bitmap.height));
  let type = wanted;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const blob = await draw(bitmap, scale, type);
    const bytes = new Uint8Array(await blob.arrayBuffer());
    if (bytes.length <= maxBytes) {
      // What a browser writes beside it is left out as well.
      const picture = readPicture(bytes);
      return { bytes: picture === undefined ? bytes : bare(bytes, picture), type: blob.type };
    }
    if (type === 'image/png') type = 'image/webp';
    else scale *= SMALLER;
  }
  throw unsupported('This picture cannot be made small enough, so nothing was sent. Choose a smaller one.');
}

async function draw(bitmap: ImageBitmap, scale: number, type: string): Promise<Blob> {
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d');
  if (context === null) throw unsupported('This browser has no room to make the picture smaller, so nothing was sent. Choose a smaller one.');
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, QUALITY));
  if (blob === null) throw unsupported('This browser has no room to make the picture smaller, so nothing was sent. Choose a smaller one.');
  return blob;
}

function unsupported(message: string, cause?: unknown, field?: string): BytespikeError {
  return new BytespikeError({ code: 'unsupported_image', message, cause, field });
}
