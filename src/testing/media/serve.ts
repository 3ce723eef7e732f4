import type { Bytes } from './media.js';

const OPEN = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'accept-ranges, content-length, content-range',
};

/** A file as an object store serves it: GET and HEAD, whole or one range of bytes. */
export function serveBytes(request: Request, bytes: Bytes, mime: string): Response {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return new Response(null, { status: 405, headers: { ...OPEN, allow: 'GET, HEAD' } });
  }
  const total = bytes.byteLength;
  const asked = request.headers.get('range');
  const range = asked === null ? 'none' : parseRange(asked, total);
  if (range === 'unsatisfiable') {
    return new Response(null, { status: 416, headers: { ...OPEN, 'content-range': `bytes */${total}` } });
  }
  const { start, end } = range === 'none' ? { start: 0, end: total - 1 } : range;
  const headers = {
    ...OPEN,
    'accept-ranges': 'bytes',
    'cache-control': 'private, max-age=86400',
    'content-length': String(end - start + 1),
    'content-type': mime,
    ...(range === 'none' ? {} : { 'content-range': `bytes ${start}-${end}/${total}` }),
  };
  const body = request.method === 'HEAD' ? null : bytes.subarray(start, end + 1);
  return new Response(body, { status: range === 'none' ? 200 : 206, headers });
}

interface Range {
  start: number;
  end: number;
}

/** One range. A header that cannot be read, or that asks for several ranges, is ignored, as the standard allows. */
function parseRange(header: string, total: number): Range | 'none' | 'unsatisfiable' {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header.trim()) ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return 'none';
  const start = first === '' ? Math.max(0, total - Number(last)) : Number(first);
  const end = first === '' || last === '' ? total - 1 : Math.min(Number(last), total - 1);
  if (first !== '' && last !== '' && Number(last) < Number(first)) return 'none';
  return start >= total || (first === '' && Number(last) === 0) ? 'unsatisfiable' : { start, end };
}
