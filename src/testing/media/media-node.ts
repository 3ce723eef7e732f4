import { BytespikeError } from '../../core/base/errors.js';
import type { Bytes, Media } from './media.js';
import { encodePng } from './png.js';
import { drawPixels } from './raster.js';
import { toSvg } from './svg.js';
import { middleOf, partOf } from './view.js';

/** Pictures through `sharp`, an optional peer that is loaded when the first one is drawn; PNGs without their words where it is not there. */
export const nodeMedia: Media = {
  async encode(picture, format, quality) {
    const sharp = await loadSharp().catch((cause: unknown) => (format === 'png' ? undefined : missing(format, cause)));
    if (sharp === undefined) return encodePng(drawPixels(picture), deflate);
    const image = sharp(Buffer.from(toSvg(picture))).removeAlpha();
    // Gradients hardly shrink further above level 4, and the wait is what a test feels.
    const encoded = format === 'png' ? image.png({ compressionLevel: 4 }) : image.toFormat(format, { quality });
    return new Uint8Array(await encoded.toBuffer());
  },
  isServer: true,
  canView: () => loadSharp().then(() => true, () => false),
  async views(picture, views, size) {
    const sharp = await loadSharp();
    // Taken apart once, a little larger than the film is where the camera is nearest.
    const larger = { width: Math.round(size.width * 1.25), height: Math.round(size.height * 1.25) };
    const { data, info } = await sharp(picture).rotate().resize({ ...larger, fit: 'cover' }).removeAlpha().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
    const raw = { width: info.width, height: info.height, channels: info.channels };
    const whole = middleOf(raw, size);
    const frames = views.map((view) => sharp(data, { raw }).extract(partOf(whole, view)).resize({ ...size, fit: 'fill' }).webp({ quality: QUALITY, effort: 2 }).toBuffer());
    return (await Promise.all(frames)).map((frame) => new Uint8Array(frame));
  },
};

const QUALITY = 80;

/** By Node's own library: environments of tests may hide `CompressionStream`. */
async function deflate(bytes: Bytes): Promise<Bytes> {
  const { deflateSync } = await import('node:zlib');
  return new Uint8Array(deflateSync(bytes));
}

async function loadSharp() {
  const { default: sharp } = await import('sharp');
  return sharp;
}

function missing(format: string, cause: unknown): never {
  throw new BytespikeError({
    code: 'invalid_config',
    message: `The simulated gateway makes a picture of the format ${format} with sharp, which could not be loaded. Install it for your tests: npm install --save-dev sharp. PNG needs nothing.`,
    cause,
  });
}
