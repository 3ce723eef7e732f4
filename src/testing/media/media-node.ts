import { BytespikeError } from '../../core/base/errors.js';
import type { Media } from './media.js';
import { toSvg } from './svg.js';

/** Pictures through `sharp`, an optional peer that is loaded when the first one is drawn. */
export const nodeMedia: Media = {
  async encode(picture, format, quality) {
    const sharp = await loadSharp();
    const image = sharp(Buffer.from(toSvg(picture))).removeAlpha();
    // Gradients hardly shrink further above level 4, and the wait is what a test feels.
    const encoded = format === 'png' ? image.png({ compressionLevel: 4 }) : image.toFormat(format, { quality });
    return new Uint8Array(await encoded.toBuffer());
  },
};

async function loadSharp() {
  try {
    const { default: sharp } = await import('sharp');
    return sharp;
  } catch (cause) {
    throw new BytespikeError({
      code: 'invalid_config',
      message:
        'The simulated gateway draws its images with sharp, which could not be loaded. Install it for your tests: npm install --save-dev sharp.',
      cause,
    });
  }
}
