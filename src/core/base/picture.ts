import { sniff } from './file-type.js';

/** The types of picture that are taken apart here, which are those that the gateway reads. */
export type PictureType = 'image/png' | 'image/jpeg' | 'image/webp';

/** From one byte up to another. */
interface Piece {
  from: number;
  to: number;
}

/** What a file of a picture holds, found by walking through its parts from the first byte on. */
export interface Picture {
  type: PictureType;
  width: number;
  height: number;
  /** What is needed to draw it. All else says where, when or by whom it was taken, or is no part of a picture. */
  pieces: Piece[];
  /** Where it ends; what follows is something else. */
  end: number;
}

/** How its own parts are called; they end in `undefined` where one of them is broken. */
type Walk = (bytes: Uint8Array, view: DataView) => Omit<Picture, 'type'> | undefined;

/** The picture that a whole file is; `undefined` for another file, and for one that breaks off or is damaged. */
export function readPicture(bytes: Uint8Array): Picture | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const type = sniff(bytes);
  if (type !== 'image/png' && type !== 'image/jpeg' && type !== 'image/webp') return undefined;
  const found = KINDS[type].walk(bytes, view);
  return found && found.width > 0 && found.height > 0 ? { type, ...found } : undefined;
}

/** How large a picture is whose first and last bytes alone are at hand, where both are of this type. */
export function readSize(type: PictureType, head: Uint8Array, tail: Uint8Array): Pick<Picture, 'width' | 'height'> | undefined {
  if (sniff(head) !== type || !KINDS[type].ends.test(text(tail, 0, tail.length))) return undefined;
  const view = new DataView(head.buffer, head.byteOffset, head.length);
  const size = head.length < 33 ? undefined : KINDS[type].size(head, view);
  return size && size.width > 0 && size.height > 0 ? size : undefined;
}

/** The same picture without what is not needed to draw it. */
export function bare(bytes: Uint8Array, { pieces, type }: Picture): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(pieces.reduce((sum, { from, to }) => sum + to - from, 0));
  let at = 0;
  for (const { from, to } of pieces) {
    out.set(bytes.subarray(from, to), at);
    at += to - from;
  }
  if (type !== 'image/webp') return out;
  const view = new DataView(out.buffer);
  view.setUint32(4, out.length - 8, true);
  // Its flags say that it has no EXIF and no XMP.
  if (text(out, 12, 16) === 'VP8X') out[20] = (out[20] ?? 0) & ~0x0c;
  return out;
}

const DRAWN_OF_PNG = /^(IHDR|PLTE|IDAT|IEND|tRNS|gAMA|cHRM|sRGB|iCCP|cICP|sBIT|pHYs|bKGD)$/;

const walkPng: Walk = (bytes, view) => {
  const pieces: Piece[] = [{ from: 0, to: 8 }];
  let drawn = false;
  for (let from = 8; from + 12 <= bytes.length; ) {
    const name = text(bytes, from + 4, from + 8);
    const to = from + 12 + view.getUint32(from);
    if (to > bytes.length || (from === 8) !== (name === 'IHDR') || (name === 'IHDR' && to !== 33)) return undefined;
    if (DRAWN_OF_PNG.test(name)) pieces.push({ from, to });
    drawn ||= name === 'IDAT';
    if (name === 'IEND') return drawn && to === from + 12 ? { ...sizeOfPng(bytes, view), pieces, end: to } : undefined;
    from = to;
  }
  return undefined;
};

function sizeOfPng(_: Uint8Array, view: DataView): Pick<Picture, 'width' | 'height'> {
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** Frames of JPEG; between them are tables, which are none. */
const isFrame = (mark: number) => mark >= 0xc0 && mark <= 0xcf && mark !== 0xc4 && mark !== 0xc8 && mark !== 0xcc;

const walkJpeg: Walk = (bytes, view) => {
  const pieces: Piece[] = [{ from: 0, to: 2 }];
  let size: { width: number; height: number } | undefined;
  let scanned = false;
  for (let from = 2; from + 2 <= bytes.length; ) {
    if (bytes[from] !== 0xff) return undefined;
    const mark = bytes[from + 1] ?? 0;
    // Filling, which may stand before a mark.
    if (mark === 0xff) {
      from++;
      continue;
    }
    if (mark === 0xd9) return size && scanned ? { ...size, pieces: [...pieces, { from, to: from + 2 }], end: from + 2 } : undefined;
    if (mark < 0xc0 || (mark >= 0xd0 && mark <= 0xd8) || from + 4 > bytes.length) return undefined;
    let to = from + 2 + view.getUint16(from + 2);
    if (to < from + 4 || to > bytes.length) return undefined;
    if (isFrame(mark)) {
      if (size !== undefined || to !== from + 10 + 3 * (bytes[from + 9] ?? 0) || to === from + 10) return undefined;
      size = { height: view.getUint16(from + 5), width: view.getUint16(from + 7) };
    }
    if (mark === 0xda) {
      scanned = true;
      to = endOfScan(bytes, to);
    }
    if (isDrawn(bytes, from, mark)) pieces.push({ from, to });
    from = to;
  }
  return undefined;
};

/** By the first frame, before which are tables alone. */
function sizeOfJpeg(bytes: Uint8Array, view: DataView): Pick<Picture, 'width' | 'height'> | undefined {
  for (let from = 2; from + 9 <= bytes.length && bytes[from] === 0xff; from += 2 + view.getUint16(from + 2)) {
    if (isFrame(bytes[from + 1] ?? 0)) return { height: view.getUint16(from + 5), width: view.getUint16(from + 7) };
  }
  return undefined;
}

/** Colours and their meaning, and no remarks: of the application's own parts JFIF, profiles and Adobe's word on colours. */
function isDrawn(bytes: Uint8Array, from: number, mark: number): boolean {
  if (mark < 0xe0) return true;
  const name = text(bytes, from + 4, from + 15);
  return (mark === 0xe0 && name.startsWith('JFIF\0')) || (mark === 0xe2 && name === 'ICC_PROFILE') || (mark === 0xee && name.startsWith('Adobe'));
}

/** Of drawn data, in which a mark is none when a zero follows, or when it is a place to begin anew. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}

const walkWebp: Walk = (bytes, view) => {
  const end = 8 + view.getUint32(4, true);
  if (end > bytes.length || end < 30) return undefined;
  const pieces: Piece[] = [{ from: 0, to: 12 }];
  let drawn = false;
  for (let from = 12; from < end; ) {
    if (from + 8 > end) return undefined;
    const name = text(bytes, from, from + 4);
    const length = view.getUint32(from + 4, true);
    const to = from + 8 + length + (length % 2);
    if (to > end) return undefined;
    if (/^(VP8[ LX]|ALPH|ICCP)$/.test(name)) pieces.push({ from, to });
    drawn ||= name === 'VP8 ' || name === 'VP8L';
    from = to;
  }
  const size = sizeOfWebp(bytes, view);
  return drawn && size ? { ...size, pieces, end } : undefined;
};

function sizeOfWebp(bytes: Uint8Array, view: DataView): Pick<Picture, 'width' | 'height'> | undefined {
  const name = text(bytes, 12, 16);
  if (name === 'VP8X') return { width: 1 + (view.getUint32(24, true) & 0xffffff), height: 1 + (view.getUint32(26, true) >>> 8) };
  if (name === 'VP8 ') return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  if (name !== 'VP8L') return undefined;
  const bits = view.getUint32(21, true);
  return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
}

const KINDS = {
  'image/png': { ends: /IEND\xae\x42\x60\x82$/, walk: walkPng, size: sizeOfPng },
  'image/jpeg': { ends: /\xff\xd9$/, walk: walkJpeg, size: sizeOfJpeg },
  'image/webp': { ends: /^/, walk: walkWebp, size: sizeOfWebp },
} satisfies Record<PictureType, { ends: RegExp; walk: Walk; size: (bytes: Uint8Array, view: DataView) => Pick<Picture, 'width' | 'height'> | undefined }>;

function text(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}
