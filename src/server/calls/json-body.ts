import { yieldToOthers, inPieces, PIECE_BYTES } from '../base/yielding.js';
import { invalid, Refusal } from '../base/refusal.js';
import { type Fields, parseFields } from './fields.js';
import { shapeOf } from './json-shape.js';

/** The fields of a body, if it is one that holds nobody up. @throws Refusal 400, 413 */
export async function readFields(bytes: Uint8Array): Promise<Fields> {
  const shape = await shapeOf(bytes);
  if (shape === 'deep') throw tooDeep();
  if (shape === 'large') throw tooMuch();
  if (bytes.length > PIECE_BYTES) await yieldToOthers();
  return parseFields(bytes);
}

/** Longer texts are written by themselves. */
const LONG_TEXT = 64 * 1024;
/** Nothing in it that JSON writes in another way. */
const PLAIN = /^[ !#-[\]-~]*$/;

/**
 * As `JSON.stringify` writes it; what is long in it, piece by piece. `size` is that of the body in
 * which the fields came. @throws Refusal 400
 */
export async function writeFields(fields: Fields, size: number): Promise<string | Blob> {
  if (size < LONG_TEXT) return stringify(fields);
  const long: string[] = [];
  // Made up anew, so that no text of the user's is taken for one.
  const place = crypto.randomUUID();
  const text = stringify(fields, (value) => `${place}${long.push(value) - 1}.`);
  const [first = '', ...rest] = text.split(`"${place}`);
  const written: (string | Blob)[] = [first];
  for (const piece of rest) {
    const end = piece.indexOf('.');
    const value = long[Number(piece.slice(0, end))] as string;
    written.push(...(await writeText(value)), piece.slice(end + 2));
  }
  return new Blob(written);
}

async function writeText(text: string): Promise<(string | Blob)[]> {
  const isPlain = await inPieces(text.length, (from, to) => PLAIN.test(text.slice(from, to)));
  if (isPlain.includes(false)) return [JSON.stringify(text)];
  return ['"', ...(await inPieces(text.length, (from, to) => new Blob([text.slice(from, to)]))), '"'];
}

/** @throws Refusal 400 */
export function stringify(fields: Fields, setAside?: (long: string) => string): string {
  try {
    return JSON.stringify(fields, setAside && ((_, value: unknown) => (typeof value === 'string' && value.length > LONG_TEXT ? setAside(value) : value)));
  } catch {
    throw tooDeep();
  }
}

function tooDeep(): Refusal {
  return invalid(undefined, 'The body is nested deeper than anything the gateway takes.');
}

function tooMuch(): Refusal {
  return new Refusal({
    status: 413,
    code: 'request_entity_too_large',
    message: 'The body has more fields, entries or text than any call takes. Shorten it; only pictures as base64 may be long.',
  });
}
