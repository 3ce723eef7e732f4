// Files that are drawn, in every way in which a file can lie: what is kept is one whole picture and nothing besides.
import { createProxy, type Upload } from 'bytespike-react/server';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { BASE, CANARY, SECRET } from '../unit/server/fixture.js';
import { fc } from './chance.js';
import { createManualClock } from './manual-clock.js';
import { joined, PICTURE_TYPES, pictureOf, PLACE, pngPart } from './pictures.js';

const PAGE = '<!doctype html><script>alert(1)</script>';
const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
const ARCHIVE = 'PK\x03\x04\x14\0\0\0\x08\0';
const HEIC = '\0\0\0\x18ftypheic\0\0\0\0mif1heic';

/** Whole pictures, some with all that a camera writes. */
const wholes = await Promise.all(PICTURE_TYPES.flatMap((type) => [pictureOf({ type }), pictureOf({ type, orientation: 6 })]));
/** A few bytes that unpack to a hundred million, and as many pixels. */
const bomb = joined((await pictureOf()).subarray(0, 16), '\0\0\x7f\xff\0\0\x7f\xff', (await pictureOf()).subarray(24));
const packed = new Uint8Array(await new Response(new Response(new Uint8Array(1_000_000)).body!.pipeThrough(new CompressionStream('gzip'))).arrayBuffer());

const whole = fc.constantFrom(...wholes);
const noise = fc.uint8Array({ maxLength: 400 }).map((bytes) => new Uint8Array(bytes));
const other = fc.oneof(fc.constantFrom(PAGE, SVG, ARCHIVE, HEIC, '%PDF-1.7\n', 'GIF89a', '').map((text) => joined(text)), noise, fc.constant(bomb), fc.constant(packed));
const formOf = (inner: Uint8Array, boundary: string, end: string) => joined(`--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="../../etc/a.svg"\r\n\r\n`, inner, end);

const file = fc.oneof(
  { arbitrary: whole, weight: 2 },
  other,
  // One behind the other, and one within the other.
  fc.tuple(whole, other).map(([first, second]) => joined(first, second)),
  fc.tuple(other, whole).map(([first, second]) => joined(first, second)),
  fc.tuple(fc.constantFrom(wholes[0]!), other, fc.constantFrom('tEXt', 'zTXt', 'iTXt', 'eXIf', 'IEND', 'scRp')).map(([png, inner, name]) => joined(png.subarray(0, 33), pngPart(name, inner), png.subarray(33))),
  fc.tuple(whole, fc.nat(2000)).map(([bytes, length]) => bytes.slice(0, length)),
  fc.tuple(fc.oneof(whole, other), fc.constantFrom('b', 'c'), fc.constantFrom('\r\n--b--\r\n', '\r\n--b', '')).map(([inner, boundary, end]) => formOf(inner, boundary, end)),
);

/** Its parts may be whole, and what is drawn by them not: nothing is unpacked here, and the gateway will say so. */
const damaged = fc.tuple(whole, fc.array(fc.tuple(fc.nat(2000), fc.nat(255)), { minLength: 1, maxLength: 4 })).map(([bytes, changes]) => {
  const changed = bytes.slice();
  for (const [at, value] of changes) changed[at % changed.length] = value;
  return changed;
});

const drawn = fc.oneof(
  { arbitrary: file.map((bytes) => ({ bytes, isDamaged: false })), weight: 6 },
  { arbitrary: damaged.map((bytes) => ({ bytes, isDamaged: true })), weight: 1 },
);

const headers = fc.record({
  'content-type': fc.constantFrom('image/png', 'image/jpeg', 'image/webp', 'image/svg+xml', 'text/html', 'application/json', 'multipart/form-data; boundary=b', 'multipart/form-data', '', 'x'),
  'content-length': fc.constantFrom(undefined, '1', '0', '-1', 'x', '100000000', '4000'),
  'content-encoding': fc.constantFrom(undefined, undefined, undefined, 'gzip', 'br', 'identity'),
  'idempotency-key': fc.constantFrom(undefined, 'k', 'l', '../x', ''),
});
/** How its bytes come: at once, in pieces, broken off by a fault, or without an end. */
const ways = fc.constantFrom('at once', 'in pieces', 'broken off', 'too many') as fc.Arbitrary<'at once' | 'in pieces' | 'broken off' | 'too many'>;

const MOST = 8000;

function bodyOf(bytes: Uint8Array<ArrayBuffer>, way: 'at once' | 'in pieces' | 'broken off' | 'too many'): BodyInit {
  if (way === 'at once') return bytes;
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      const piece = bytes.slice(at, at + 97);
      at += 97;
      if (piece.length > 0) return controller.enqueue(piece);
      if (way === 'in pieces') return controller.close();
      if (way === 'broken off') return controller.error(new Error('The connection broke.'));
      controller.enqueue(new Uint8Array(4096));
    },
  });
}

export function fuzzUploads(runs: number): void {
  it(`keeps nothing of ${runs} drawn files that it should not, and throws at none`, async () => {
    const kept: [Upload, Uint8Array<ArrayBuffer>][] = [];
    const reasons: unknown[] = [];
    const proxy = createProxy({
      apiKey: CANARY,
      secret: SECRET,
      clock: createManualClock(),
      authorize: () => ({ userId: 'ann' }),
      uploads: { store: { put: (upload, bytes) => void kept.push([upload, bytes]), url: ({ name }) => `https://files.example/${name}` }, maxBytes: MOST, limits: { count: 1e9, bytes: 1e15, perSeconds: 1 } },
      logger: { info() {}, warn() {}, error: (message) => reasons.push(message) },
    });
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(drawn, headers, ways, async ({ bytes, isDamaged }, all, way) => {
        const sent = new Headers({ 'sec-fetch-site': 'same-origin' });
        for (const [name, value] of Object.entries(all)) if (value !== undefined) sent.set(name, value);
        const response = await proxy(new Request(`${BASE}/uploads`, { method: 'POST', headers: sent, body: bodyOf(bytes, way), duplex: 'half' } as RequestInit));
        await response.text();
        expect([201, 400, 408, 409, 413, 415]).toContain(response.status);
        expect(reasons).toEqual([]);
        expect(kept.length).toBe(response.status === 201 ? 1 : 0);
        for (const [upload, held] of kept.splice(0)) {
          taken++;
          expect(held.length).toBe(upload.size);
          const { format, width, exif, xmp } = await sharp(held).metadata().catch((error: unknown) => {
            if (!isDamaged) throw error;
            return { format: upload.type.slice(6), width: 1, exif: undefined, xmp: undefined };
          });
          expect([`image/${format}`, width > 0, exif, xmp]).toEqual([upload.type, true, undefined, undefined]);
          expect(Buffer.from(held).toString('latin1')).not.toMatch(new RegExp(`${PLACE}|<script|%PDF|PK\\x03\\x04`));
        }
      }),
      { numRuns: runs },
    );
    // Some were taken: else nothing was shown.
    expect(taken).toBeGreaterThan(runs / 50);
  });
}
