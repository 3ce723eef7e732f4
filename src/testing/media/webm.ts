import type { Bytes } from './media.js';

// A WebP picture with losses is a key frame of VP8, so a WebM is made of such pictures without an encoder of films.

const encoder = new TextEncoder();
const ids = {
  ebml: [0x1a, 0x45, 0xdf, 0xa3],
  segment: [0x18, 0x53, 0x80, 0x67],
  info: [0x15, 0x49, 0xa9, 0x66],
  tracks: [0x16, 0x54, 0xae, 0x6b],
  cues: [0x1c, 0x53, 0xbb, 0x6b],
  cluster: [0x1f, 0x43, 0xb6, 0x75],
} as const;

/** @param pictures WebP with losses, each of that size */
export function webmOf(pictures: readonly Bytes[], { width, height, rate }: { width: number; height: number; rate: number }): Bytes {
  const at = (index: number) => Math.round((1000 * index) / rate);
  const clusters = pictures.map((picture, index) => element(ids.cluster, number([0xe7], at(index)), block(frameOf(picture))));
  const info = element(
    ids.info,
    // Times are in milliseconds.
    number([0x2a, 0xd7, 0xb1], 1_000_000),
    element([0x44, 0x89], double(at(pictures.length))),
    text([0x4d, 0x80], 'bytespike-react'),
    text([0x57, 0x41], 'bytespike-react'),
  );
  const track = element(
    [0xae],
    ...[number([0xd7], 1), number([0x73, 0xc5], 1), number([0x83], 1), text([0x86], 'V_VP8')],
    element([0xe0], number([0xb0], width), number([0xba], height)),
  );
  const tracks = element(ids.tracks, track);
  // As long wherever the clusters are, which is where it ends.
  const cuesAt = (from: number) => element(ids.cues, ...clusters.map((_, index) => cue(at(index), from + lengthOf(clusters.slice(0, index)))));
  const cues = cuesAt(info.length + tracks.length + cuesAt(0).length);
  const head = element(ids.ebml, ...[number([0x42, 0x86], 1), number([0x42, 0xf7], 1), number([0x42, 0xf2], 4), number([0x42, 0xf3], 8)], text([0x42, 0x82], 'webm'), number([0x42, 0x87], 2), number([0x42, 0x85], 2));
  return joined(head, element(ids.segment, info, tracks, cues, ...clusters));
}

/** The VP8 frame in a WebP file. @throws Error for a WebP without losses */
function frameOf(webp: Bytes): Bytes {
  const view = new DataView(webp.buffer, webp.byteOffset, webp.length);
  for (let at = 12; at + 8 <= webp.length; ) {
    const size = view.getUint32(at + 4, true);
    // "VP8 ", as one number.
    if (view.getUint32(at) === 0x56503820) return webp.subarray(at + 8, at + 8 + size);
    at += 8 + size + (size % 2);
  }
  throw new Error('This WebP has no frame of VP8. Encode it with losses.');
}

/** Of the first track, at the cluster's own time, and a key frame. */
const block = (frame: Bytes) => element([0xa3], Uint8Array.of(0x81, 0, 0, 0x80), frame);

const cue = (time: number, position: number) => element([0xbb], number([0xb3], time), element([0xb7], number([0xf7], 1), number([0xf1], position)));

function element(id: readonly number[], ...parts: readonly Bytes[]): Bytes {
  const size = lengthOf(parts);
  // A length of eight bytes holds any size, and is as long whatever the size.
  const length = new Uint8Array(8);
  new DataView(length.buffer).setBigUint64(0, BigInt(size) | (1n << 56n));
  return joined(Uint8Array.from(id), length, ...parts);
}

/** Four bytes, so that it is as long whatever its value. */
function number(id: readonly number[], value: number): Bytes {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return element(id, bytes);
}

function double(value: number): Bytes {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setFloat64(0, value);
  return bytes;
}

const text = (id: readonly number[], value: string) => element(id, encoder.encode(value));

const lengthOf = (parts: readonly Bytes[]) => parts.reduce((sum, { length }) => sum + length, 0);

function joined(...parts: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(lengthOf(parts));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
