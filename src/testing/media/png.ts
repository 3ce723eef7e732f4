import type { Bytes } from './media.js';
import type { Pixels } from './raster.js';

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
/** 8 bits a channel, red, green and blue; not interlaced. */
const KIND = [8, 2, 0, 0, 0];
/** Each byte as its difference to the one above: next to nothing, in a gradient. */
const UP = 2;

/**
 * A PNG of opaque pixels. A browser's own encoder waits until its page has nothing to do, which on one
 * that moves is seven seconds. `deflate` is the platform's; by default that of browsers.
 */
export async function encodePng(pixels: Pixels, deflate: (bytes: Bytes) => Promise<Bytes> = deflated): Promise<Bytes> {
  const head = new Uint8Array(13);
  const view = new DataView(head.buffer);
  view.setUint32(0, pixels.width);
  view.setUint32(4, pixels.height);
  head.set(KIND, 8);
  const parts = [SIGNATURE, chunk('IHDR', head), chunk('IDAT', await deflate(filtered(pixels))), chunk('IEND', new Uint8Array())];
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

function filtered({ width, height, data }: Pixels): Bytes {
  const rows = new Uint8Array(height * (1 + 3 * width));
  let to = 0;
  for (let y = 0; y < height; y++) {
    rows[to++] = UP;
    const row = y * width * 4;
    for (let at = row; at < row + width * 4; at += 4) {
      for (let channel = at; channel < at + 3; channel++) rows[to++] = data[channel]! - (y === 0 ? 0 : data[channel - width * 4]!);
    }
  }
  return rows;
}

async function deflated(bytes: Bytes): Promise<Bytes> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function chunk(type: string, body: Bytes): Bytes {
  const bytes = new Uint8Array(12 + body.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, body.length);
  bytes.set(new TextEncoder().encode(type), 4);
  bytes.set(body, 8);
  view.setUint32(8 + body.length, checksum(bytes.subarray(4, 8 + body.length)));
  return bytes;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

/** The CRC-32 that a chunk ends with. */
function checksum(bytes: Uint8Array): number {
  let rest = 0xffffffff;
  for (const byte of bytes) rest = (rest >>> 8) ^ TABLE[(rest ^ byte) & 0xff]!;
  return ~rest >>> 0;
}
