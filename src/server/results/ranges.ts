/** The bytes from `first` to `last`, both of them included. */
export interface Span {
  first: number;
  last: number;
}

/** As it was asked: from here to there, from here on, or so many at the end. */
export type AskedRange = { first: number; last: number } | { suffix: number };

/** More of them, or more than two that overlap, are answered with the whole, as RFC 9110 (14.2) allows. */
const MOST_RANGES = 16;

/** What a `Range` header asks for; `undefined` for what is none, or is not counted in bytes, and is to be ignored. */
export function readRange(header: string | null): AskedRange[] | undefined {
  const [, list] = /^\s*bytes\s*=([\d\s,-]+)$/i.exec(header ?? '') ?? [];
  const texts = (list ?? '').split(',').map((text) => text.trim()).filter((text) => text !== '');
  const ranges = texts.slice(0, MOST_RANGES + 1).map(readOne);
  const valid = ranges.filter((range) => range !== undefined);
  return valid.length > 0 && valid.length === ranges.length && valid.length <= MOST_RANGES ? valid : undefined;
}

function readOne(text: string): AskedRange | undefined {
  const [, first = '', last = ''] = /^(\d*)-(\d*)$/.exec(text) ?? [];
  if (first === '') return last === '' ? undefined : { suffix: Number(last) };
  if (last === '') return { first: Number(first), last: Number.POSITIVE_INFINITY };
  return Number(last) < Number(first) ? undefined : { first: Number(first), last: Number(last) };
}

/**
 * Those that there are of a file of `size` bytes, in the order in which they were asked for; where
 * they overlap or touch, as one. None means 416.
 */
export function spansOf(ranges: readonly AskedRange[], size: number): Span[] {
  const spans: Span[] = [];
  for (const range of ranges) {
    const first = 'suffix' in range ? Math.max(0, size - range.suffix) : range.first;
    const last = Math.min('suffix' in range ? size - 1 : range.last, size - 1);
    if (first > last) continue;
    let span = { first, last };
    let place = spans.length;
    // Joined with those that it touches, in the place of the first of them.
    for (let at = spans.length - 1; at >= 0; at--) {
      const other = spans[at] as Span;
      if (other.first > span.last + 1 || span.first > other.last + 1) continue;
      span = { first: Math.min(span.first, other.first), last: Math.max(span.last, other.last) };
      spans.splice(at, 1);
      place = at;
    }
    spans.splice(place, 0, span);
  }
  return spans;
}

export interface Validators {
  etag: string | undefined;
  lastModified: string | undefined;
}

/** Whether `If-Range` names what is there now. Compared strongly: a weak tag, and a date other than that one, never is. */
export function isSame(ifRange: string | null, { etag, lastModified }: Validators): boolean {
  if (ifRange === null) return true;
  const wanted = ifRange.trim();
  return wanted.startsWith('"') ? wanted === etag : !wanted.startsWith('W/') && wanted === lastModified;
}
