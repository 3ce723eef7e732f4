const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

interface PngHeader {
  width: number;
  height: number;
  /** Channels of 8 bits: with transparency or without. */
  colours: 'rgb' | 'rgba';
}

/** A PNG, not interlaced. `deflated` are its rows, each behind the number of its filter, in zlib's format. */
export function pngFile({ width, height, colours }: PngHeader, deflated: Uint8Array<ArrayBuffer>): Blob {
  const head = new Uint8Array(13);
  const view = new DataView(head.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  head.set([8, colours === 'rgba' ? 6 : 2, 0, 0, 0], 8);
  return new Blob([SIGNATURE, chunk('IHDR', head), chunk('IDAT', deflated), chunk('IEND', new Uint8Array())], { type: 'image/png' });
}

function chunk(type: string, body: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(12 + body.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, body.length);
  bytes.set(new TextEncoder().encode(type), 4);
  bytes.set(body, 8);
  view.setUint32(8 + body.length, checksum(bytes.subarray(4, 8 + body.length)));
  return bytes;
}

const TABLE = /* @__PURE__ */ Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

/** The CRC-32 that a chunk ends with. */
function checksum(bytes: Uint8Array): number {
  let rest = 0xffffffff;
  for (const byte of bytes) rest = (rest >>> 8) ^ (TABLE[(rest ^ byte) & 0xff] ?? 0);
  return ~rest >>> 0;
}
