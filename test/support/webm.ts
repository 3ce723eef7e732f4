import sharp from 'sharp';

/** The elements of a WebM that hold others. */
const HOLDERS = new Set([0x18538067, 0x1f43b675]);
const SIMPLE_BLOCK = 0xa3;
/** Track, time and flags. */
const BLOCK_HEAD = 4;

/** The frames of a WebM whose frames are all key frames of VP8, as pictures. */
export function webmFrames(webm: Uint8Array): Buffer[] {
  const bytes = Buffer.from(webm.buffer, webm.byteOffset, webm.length);
  const frames: Buffer[] = [];
  walk(bytes, (id, body) => {
    if (id === SIMPLE_BLOCK) frames.push(asWebp(body.subarray(BLOCK_HEAD)));
  });
  return frames;
}

function walk(bytes: Buffer, tell: (id: number, body: Buffer) => void): void {
  for (let at = 0; at < bytes.length; ) {
    const idLength = Math.clz32(bytes[at]!) - 23;
    const id = bytes.readUIntBE(at, idLength);
    const sizeAt = at + idLength;
    const sizeLength = Math.clz32(bytes[sizeAt]!) - 23;
    const whole = Array.from(bytes.subarray(sizeAt, sizeAt + sizeLength));
    const size = whole.reduce((sum, byte, index) => sum * 256 + (index === 0 ? byte & (0xff >> sizeLength) : byte), 0);
    const from = sizeAt + sizeLength;
    const body = bytes.subarray(from, from + size);
    if (HOLDERS.has(id)) walk(body, tell);
    else tell(id, body);
    at = from + size;
  }
}

function asWebp(frame: Buffer): Buffer {
  const padding = frame.length % 2;
  const head = Buffer.from('RIFF\0\0\0\0WEBPVP8 \0\0\0\0', 'latin1');
  head.writeUInt32LE(12 + frame.length + padding, 4);
  head.writeUInt32LE(frame.length, 16);
  return Buffer.concat([head, frame, Buffer.alloc(padding)]);
}

/** The mean colours of a picture, in four rows of four: what one sees of it from afar. */
export async function gridOf(picture: Uint8Array): Promise<number[]> {
  return [...(await sharp(picture).resize(4, 4, { fit: 'fill', kernel: 'linear' }).removeAlpha().raw().toBuffer())];
}

/** How far apart two such pictures are, on average, of 255. */
export function distanceOf(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + Math.abs(value - b[index]!), 0) / a.length;
}
