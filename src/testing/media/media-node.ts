import { BytespikeError } from '../../core/base/errors.js';
import type { Bytes, Media, Stencil } from './media.js';
import { encodePng } from './png.js';
import { drawPixels } from './raster.js';
import { toSvg } from './svg.js';
import { middleOf, partOf } from './view.js';

/** Pictures through `sharp`, an optional peer that is loaded when the first one is drawn; PNGs without their words where it is not there. */
export const nodeMedia: Media = {
  async encode(picture, format, quality, stencil) {
    const needs = stencil === undefined ? (format === 'png' ? undefined : `a picture of the format ${format}`) : 'an edit with a mask';
    const sharp = await loadSharp().catch((cause: unknown) => (needs === undefined ? undefined : missing(needs, cause)));
    if (sharp === undefined) return encodePng(drawPixels(picture), deflate);
    const drawn = sharp(Buffer.from(toSvg(picture))).removeAlpha();
    const image = stencil === undefined ? drawn : drawn.composite([{ input: await kept(stencil, picture) }]).removeAlpha();
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
    // The quickest ways, which nobody sees in what moves: a clip has up to 28 of them, and a test waits for it.
    const frames = views.map((view) => sharp(data, { raw }).extract(partOf(whole, view)).resize({ ...size, fit: 'fill', kernel: 'cubic' }).webp({ quality: QUALITY, effort: 0 }).toBuffer());
    return (await Promise.all(frames)).map((frame) => new Uint8Array(frame));
  },
};

/** What stays of a picture, the rest transparent, as PNG. */
async function kept({ image, mask }: Stencil, { width, height }: { width: number; height: number }): Promise<Buffer> {
  const sharp = await loadSharp();
  const seen = (part: Bytes) => sharp(part).toColourspace('srgb').ensureAlpha().resize({ width, height, fit: 'cover', kernel: 'nearest' });
  return seen(image).composite([{ input: await seen(mask).png().toBuffer(), blend: 'dest-in' }]).png().toBuffer();
}

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

function missing(what: string, cause: unknown): never {
  throw new BytespikeError({
    code: 'invalid_config',
    message: `The simulated gateway makes ${what} with sharp, which could not be loaded. Install it for your tests: npm install --save-dev sharp. A PNG without a mask needs nothing.`,
    cause,
  });
}
