import { pngFile } from '../../core/base/png.js';
import type { Bytes } from './media.js';
import type { Pixels } from './raster.js';

/** Each byte as its difference to the one above: next to nothing, in a gradient. */
const UP = 2;

/**
 * A PNG of opaque pixels, where there is neither a canvas nor sharp. `deflate` is the platform's; by default that of browsers.
 */
export async function encodePng(pixels: Pixels, deflate: (bytes: Bytes) => Promise<Bytes> = deflated): Promise<Bytes> {
  const { width, height } = pixels;
  return new Uint8Array(await pngFile({ width, height, colours: 'rgb' }, await deflate(filtered(pixels))).arrayBuffer());
}

function filtered({ width, height, data }: Pixels): Bytes {
  const size = width * 4;
  const rows = new Uint8Array(height * (1 + 3 * width));
  let to = 0;
  for (let y = 0; y < height; y++) {
    rows[to++] = UP;
    const end = (y + 1) * size;
    for (let at = y * size; at < end; at += 4) {
      for (let channel = at; channel < at + 3; channel++) rows[to++] = data[channel]! - (y === 0 ? 0 : data[channel - size]!);
    }
  }
  return rows;
}

async function deflated(bytes: Bytes): Promise<Bytes> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
