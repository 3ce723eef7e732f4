import { yieldToOthers, PIECE_BYTES } from '../base/yielding.js';
import { encode } from '../base/bytes.js';
import { invalid, type Refusal } from '../base/refusal.js';

/** One field of a form, as it came. */
export interface Part {
  name: string;
  /** Absent for a text. */
  fileName: string | undefined;
  /** In lower case, without parameters. */
  type: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** Sixteen pictures, a mask and every parameter that there is are below it. */
const MOST_PARTS = 64;
const LONGEST_HEAD = 2048;
const [CR, LF, DASH, SPACE, TAB] = [13, 10, 45, 32, 9];

/**
 * A form's fields, in time that grows with its bytes alone: the platforms' own parsers take a
 * hundred thousand of them, and look at all that came before for each. Refused at the first thing
 * that is not as a form is written. @throws Refusal 400
 */
export async function parseMultipart(bytes: Uint8Array<ArrayBuffer>, contentType: string): Promise<Part[]> {
  const border = encode(`\r\n--${boundaryOf(contentType)}`);
  const parts: Part[] = [];
  // The first border may begin the body, without a line before it.
  let at = startsWith(bytes, border.subarray(2), 0) ? border.length - 2 : (await find(bytes, border, 0)) + border.length;
  while (!(bytes[at] === DASH && bytes[at + 1] === DASH)) {
    if (parts.length === MOST_PARTS) throw invalid(undefined, `The form has more than ${MOST_PARTS} fields. Send fewer.`);
    while (bytes[at] === SPACE || bytes[at] === TAB) at++;
    const begin = endOfHead(bytes, at);
    const end = await find(bytes, border, begin);
    parts.push({ ...readHead(bytes.subarray(at, begin)), bytes: bytes.subarray(begin, end) });
    at = end + border.length;
  }
  return parts;
}

function boundaryOf(contentType: string): string {
  const [, quoted, token] = /;[ \t]*boundary=(?:"([^"\r\n]{1,70})"|([^\s";,]{1,70})(?:[\s;]|$))/i.exec(contentType) ?? [];
  const boundary = quoted ?? token;
  if (boundary === undefined) throw noForm();
  return boundary;
}

/** Where the border stands. It holds one line break, at its beginning, so that no byte is compared twice. */
async function find(bytes: Uint8Array, border: Uint8Array, from: number): Promise<number> {
  let breath = from + PIECE_BYTES;
  for (let at = from; at < bytes.length; at++) {
    if (at >= breath) {
      await yieldToOthers();
      breath = at + PIECE_BYTES;
    }
    if (bytes[at] === CR && startsWith(bytes, border, at)) return at;
  }
  throw noForm();
}

function startsWith(bytes: Uint8Array, wanted: Uint8Array, at: number): boolean {
  for (let i = 0; i < wanted.length; i++) if (bytes[at + i] !== wanted[i]) return false;
  return true;
}

/** Behind the empty line. */
function endOfHead(bytes: Uint8Array, from: number): number {
  for (let at = from; at < from + LONGEST_HEAD; at++) {
    if (bytes[at] === CR && bytes[at + 1] === LF && bytes[at + 2] === CR && bytes[at + 3] === LF) return at + 4;
  }
  throw noForm();
}

function readHead(head: Uint8Array): Omit<Part, 'bytes'> {
  const [first, ...lines] = decode(head).split('\r\n');
  // The line of the border ends where the head begins.
  if (first !== '') throw noForm();
  const fields = new Map(lines.filter((line) => line !== '').map(readLine));
  const { name, filename } = parametersOf(fields.get('content-disposition') ?? '');
  // In base64 or the like, one thing would be checked here and another be meant.
  if (name === undefined || !/^(binary|8bit|7bit)?$/i.test(fields.get('content-transfer-encoding') ?? '')) throw noForm();
  return { name, fileName: filename, type: (fields.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '' };
}

function readLine(line: string): [name: string, value: string] {
  const colon = line.indexOf(':');
  if (colon < 1) throw noForm();
  return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
}

function parametersOf(disposition: string): { name?: string; filename?: string } {
  if (!/^form-data[ \t]*;/i.test(disposition)) throw noForm();
  const parameters = disposition.matchAll(/;[ \t]*([a-z*]+)=(?:"((?:[^"\\]|\\.)*)"|([^;"]*))/gi);
  return Object.fromEntries(Array.from(parameters, ([, name = '', quoted, token = '']) => [name.toLowerCase(), quoted?.replace(/\\(.)/g, '$1') ?? token.trim()]));
}

/** @throws Refusal 400 for what is no UTF-8 */
export function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw noForm();
  }
}

function noForm(): Refusal {
  return invalid(undefined, 'The body is not the form that its content-type promises. Leave that header to FormData.');
}
