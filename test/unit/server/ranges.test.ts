import type { Proxy } from 'bytespike-react/server';
import { describe, expect, it } from 'vitest';
import { pageRequest, RESULT_PATH, useBench } from './fixture.js';
import type { Upstream } from './upstream.js';

const SIZE = 1000;
const ETAG = '"1"';
const DATE = 'Sat, 03 Jan 2026 10:00:00 GMT';
const file = (head: string | Buffer) => Buffer.concat([Buffer.from(head as string, 'latin1'), Buffer.from(Array.from({ length: SIZE }, (_, index) => index % 251))]).subarray(0, SIZE);

/** One of each type that an asset may be. */
const types: [string, Buffer][] = [
  ['image/png', file('\x89PNG\r\n\x1a\n')], ['image/jpeg', file('\xff\xd8\xff\xe0')], ['image/gif', file('GIF89a')], ['image/webp', file('RIFF\0\0\0\0WEBP')],
  ['image/avif', file('\0\0\0\x20ftypavif')], ['image/svg+xml', file('<svg xmlns="http://www.w3.org/2000/svg">')], ['video/mp4', file('\0\0\0\x20ftypmp42')],
  ['video/quicktime', file('\0\0\0\x14ftypqt  ')], ['video/webm', file('\x1aE\xdf\xa3')],
];
const MP4 = types[6]?.[1] as Buffer;

/** What comes back for a range: whole, not there, or the bytes from one to another, once or several times. */
type Wanted = 'whole' | 'beyond' | [first: number, last: number][];
const ranges: [string, Wanted][] = [
  ['bytes=0-1', [[0, 1]]], ['bytes=0-0', [[0, 0]]], ['bytes=0-31', [[0, 31]]], ['bytes=0-', [[0, 999]]], ['bytes=0-999', [[0, 999]]], ['bytes=1-1', [[1, 1]]], ['bytes=4-7', [[4, 7]]],
  ['bytes=500-', [[500, 999]]], ['bytes=999-', [[999, 999]]], ['bytes=990-2000', [[990, 999]]], ['bytes=-1', [[999, 999]]], ['bytes=-100', [[900, 999]]], ['bytes=-1000', [[0, 999]]],
  ['bytes=-5000', [[0, 999]]], [`bytes=0-${'9'.repeat(400)}`, [[0, 999]]], ['BYTES=0-1', [[0, 1]]], ['bytes=,0-1, ,', [[0, 1]]],
  ['bytes=0-1,1-3', [[0, 3]]], ['bytes=2-3,0-1', [[0, 3]]], ['bytes=5-6,0-9,700-', [[0, 9], [700, 999]]], ['bytes=2000-,0-1', [[0, 1]]],
  ['bytes=0-1,5-6', [[0, 1], [5, 6]]], ['bytes=-1, 0-0', [[999, 999], [0, 0]]], ['bytes=500-501,0-1,900-', [[500, 501], [0, 1], [900, 999]]], ['bytes=0-0,2-2,4-4,1-1', [[0, 2], [4, 4]]],
  ['bytes=1000-', 'beyond'], ['bytes=1000-1001', 'beyond'], ['bytes=-0', 'beyond'], ['bytes=1000-,5000-6000,-0', 'beyond'], [`bytes=${'9'.repeat(400)}-`, 'beyond'],
  ['bytes=5-4', 'whole'], ['bytes=-', 'whole'], ['bytes=', 'whole'], ['bytes=a-b', 'whole'], ['bytes=0-1-2', 'whole'], ['bytes=0--1', 'whole'], ['items=0-1', 'whole'], ['bytes 0-1', 'whole'],
  ['bytes=0-1,x', 'whole'], ['bytes=0-1,5-4', 'whole'], [`bytes=${Array.from({ length: 17 }, (_, index) => `${index * 3}-${index * 3}`).join()}`, 'whole'], ['bytes=0.0-1', 'whole'], ['bytes=+0-1', 'whole'],
];

describe('a part of a result', () => {
  const bench = useBench();

  interface Cdn {
    bytes?: Buffer;
    /** As Amazon's and Google's do; else the whole comes whatever is asked for. */
    honours?: boolean;
    headers?: Record<string, string>;
    /** The length is told. */
    tells?: boolean;
  }

  function cdn({ bytes = MP4, honours = true, headers = { etag: ETAG, 'last-modified': DATE }, tells = true }: Cdn = {}): Upstream['answer'] {
    return (res, { headers: asked }) => {
      const [, from = '', to = ''] = /^bytes=(\d+)-(\d*)$/.exec(asked.range ?? '') ?? [];
      if (!honours || from === '') return res.writeHead(200, { ...headers, ...(tells ? { 'content-length': bytes.length } : {}) }).end(bytes);
      const [first, last] = [Number(from), Math.min(to === '' ? Number.POSITIVE_INFINITY : Number(to), bytes.length - 1)];
      if (first >= bytes.length) return res.writeHead(416, { 'content-range': `bytes */${bytes.length}` }).end();
      return res.writeHead(206, { ...headers, 'content-range': `bytes ${first}-${last}/${bytes.length}`, 'content-length': last - first + 1 }).end(bytes.subarray(first, last + 1));
    };
  }

  function start(options: Cdn = {}): Proxy {
    bench.upstream.answer = cdn(options);
    const fetch = (request: Request) => globalThis.fetch(new Request(bench.upstream.url + new URL(request.url).pathname, request));
    return bench.proxy({ fetch, assets: { hosts: ['cdn.example'] } });
  }
  const ask = (proxy: Proxy, headers: Record<string, string> = {}, method = 'GET') => proxy(pageRequest(method, RESULT_PATH, { headers }));

  interface Part {
    type: string | null;
    range: string | null;
    bytes: Buffer;
  }

  /** Which bytes came, with what each part says of itself. */
  async function partsOf(answer: Response): Promise<Part[]> {
    const [bytes, type] = [Buffer.from(await answer.arrayBuffer()), answer.headers.get('content-type')];
    if (bytes.length !== Number(answer.headers.get('content-length'))) throw new Error('Another length than was said.');
    const [, boundary] = /^multipart\/byteranges; boundary=(.+)$/.exec(type ?? '') ?? [];
    if (boundary === undefined) return [{ type, range: answer.headers.get('content-range'), bytes }];
    const [first, ...pieces] = `\r\n${bytes.toString('latin1')}`.split(`\r\n--${boundary}`);
    if (first !== '' || pieces.pop() !== '--\r\n' || answer.headers.has('content-range')) throw new Error('No well-formed parts.');
    return pieces.map((piece) => {
      const [head, body] = [piece.slice(0, piece.indexOf('\r\n\r\n')), piece.slice(piece.indexOf('\r\n\r\n') + 4)];
      const [, partType = '', range = ''] = /^\r\nContent-Type: (.*)\r\nContent-Range: (.*)$/.exec(head) ?? [];
      return { type: partType, range, bytes: Buffer.from(body, 'latin1') };
    });
  }

  async function seen(answer: Response): Promise<object> {
    const { status, headers } = answer;
    const common = { status, accepts: headers.get('accept-ranges'), etag: headers.get('etag') };
    if (status === 416) return { ...common, range: headers.get('content-range') };
    const safe = headers.get('content-security-policy')?.includes('sandbox');
    return { ...common, safe, disposition: headers.get('content-disposition')?.split(';')[0], parts: await partsOf(answer) };
  }

  function wantedOf(wanted: Wanted, type: string, bytes: Buffer): object {
    const common = { accepts: 'bytes', etag: ETAG };
    if (wanted === 'beyond') return { ...common, status: 416, range: `bytes */${SIZE}` };
    const spans: [number, number][] = wanted === 'whole' ? [[0, SIZE - 1]] : wanted;
    const parts = spans.map(([first, last]) => ({ type, range: wanted === 'whole' ? null : `bytes ${first}-${last}/${SIZE}`, bytes: bytes.subarray(first, last + 1) }));
    return { ...common, status: wanted === 'whole' ? 200 : 206, safe: true, disposition: type === 'image/svg+xml' ? 'attachment' : 'inline', parts };
  }

  it.each(ranges.flatMap(([range, wanted]) => [true, false].map((honours) => ({ range: range.slice(0, 60), whole: range, wanted, honours }))))(
    'is what RFC 9110 says for $range, before a CDN that honours ranges: $honours',
    async ({ whole, wanted, honours }) => {
      const proxy = start({ honours });
      // Once with nothing known of the file, once with its type and length known.
      for (const _ of [1, 2]) expect(await seen(await ask(proxy, { range: whole }))).toEqual(wantedOf(wanted, 'video/mp4', MP4));
    },
  );

  it.each(types.flatMap(([type, bytes]) => [true, false].map((honours) => ({ type, bytes, honours }))))(
    'has the type of the whole, $type, before a CDN that honours ranges: $honours',
    async ({ type, bytes, honours }) => {
      for (const [range, wanted] of ranges.filter(([each]) => /^bytes=(0-1|0-|500-|-100|0-1,5-6|1000-)$/.test(each))) {
        const proxy = start({ bytes, honours, headers: { etag: ETAG, 'content-type': 'text/html' } });
        expect(await seen(await ask(proxy, { range }))).toEqual(wantedOf(wanted, type, bytes));
      }
    },
  );

  it.each(['bytes=0-1', 'bytes=0-', 'bytes=500-600', 'bytes=-1', 'bytes=0-1,5-6', undefined])('of a page is refused, %s, whatever the CDN calls it', async (range) => {
    for (const honours of [true, false]) {
      const proxy = start({ bytes: file('<!doctype html><script>alert(1)</script>'), honours, headers: { 'content-type': 'video/mp4' } });
      for (const method of ['GET', 'HEAD']) expect((await ask(proxy, range === undefined ? {} : { range }, method)).status).toBe(502);
    }
  });

  it.each<[string, Record<string, string>, string | undefined, number]>([
    ['the tag of what is there', {}, ETAG, 206], ['another tag', {}, '"2"', 200], ['a weak tag', { etag: 'W/"1"' }, 'W/"1"', 200], ['a strong tag for a weak one', { etag: 'W/"1"' }, '"1"', 200],
    ['the moment of what is there', {}, DATE, 206], ['a later moment', {}, 'Sun, 04 Jan 2026 10:00:00 GMT', 200], ['a tag that is not known', { etag: '' }, ETAG, 200], ['something else', {}, 'x', 200],
  ])('comes only if nothing has changed: %s', async (_, changed, ifRange, status) => {
    for (const range of ['bytes=0-', 'bytes=4-7']) {
      const proxy = start({ headers: { etag: ETAG, 'last-modified': DATE, ...changed } });
      const answer = await ask(proxy, { range, ...(ifRange === undefined ? {} : { 'if-range': ifRange }) });
      expect(answer.status).toBe(status);
      expect(Buffer.from(await answer.arrayBuffer())).toEqual(status === 200 ? MP4 : MP4.subarray(range === 'bytes=0-' ? 0 : 4, range === 'bytes=0-' ? SIZE : 8));
    }
  });

  it('is not what HEAD is for: it tells of the whole, and the CDN signs its links for GET alone', async () => {
    for (const honours of [true, false]) {
      const answer = await ask(start({ honours }), { range: 'bytes=0-1' }, 'HEAD');
      expect([answer.status, answer.headers.get('content-length'), answer.headers.get('content-type'), answer.headers.get('accept-ranges'), await answer.text()]).toEqual([200, String(SIZE), 'video/mp4', 'bytes', '']);
    }
    expect(new Set(bench.upstream.requests.map(({ method }) => method))).toEqual(new Set(['GET']));
  });

  it('is the whole where nobody knows how long that is', async () => {
    for (const range of ['bytes=0-1', 'bytes=-5', 'bytes=0-', 'bytes=0-1,5-6']) {
      const answer = await ask(start({ honours: false, tells: false }), { range });
      expect([answer.status, answer.headers.get('accept-ranges'), Buffer.from(await answer.arrayBuffer())]).toEqual([200, null, MP4]);
    }
  });

  it('costs the CDN one question where it begins at the first byte and has no end, and one more for the type elsewhere, once', async () => {
    const proxy = start();
    const count = async (range: string) => {
      const before = bench.upstream.requests.length;
      await (await ask(proxy, { range })).arrayBuffer();
      return bench.upstream.requests.length - before;
    };
    const fresh = start();
    await (await ask(fresh, { range: 'bytes=500-' })).arrayBuffer();
    expect(bench.upstream.requests.map(({ headers }) => headers.range)).toEqual(['bytes=0-31', 'bytes=500-999']);
    expect([await count('bytes=0-'), await count('bytes=500-'), await count('bytes=1000-')]).toEqual([1, 1, 0]);
  });

  it.each<[string, Cdn]>([
    ['is longer than before', { bytes: Buffer.concat([MP4, MP4]) }],
    ['has another tag than before', { headers: { etag: '"2"', 'last-modified': DATE } }],
  ])('of a file that %s is never mixed with the one before', async (_, changed) => {
    const proxy = start();
    await (await ask(proxy, { range: 'bytes=0-' })).arrayBuffer();
    bench.upstream.answer = cdn(changed);
    expect((await ask(proxy, { range: 'bytes=4-7' })).status).toBe(502);
    expect((await ask(proxy, { range: 'bytes=4-7' })).status).toBe(206);
  });

  it.each<[string, Upstream['answer']]>([
    ['other bytes than were asked for', (res) => res.writeHead(206, { 'content-range': `bytes 8-11/${SIZE}`, etag: ETAG }).end(MP4.subarray(8, 12))],
    ['fewer bytes than were asked for', (res) => res.writeHead(206, { 'content-range': `bytes 4-5/${SIZE}`, etag: ETAG }).end(MP4.subarray(4, 6))],
    ['a part that does not say which', (res) => res.writeHead(206, { etag: ETAG }).end(MP4.subarray(4, 8))],
    ['nothing', (res) => res.writeHead(416, { 'content-range': `bytes */${SIZE}` }).end()],
  ])('is no answer when the CDN gives %s', async (_, answer) => {
    const proxy = start();
    await (await ask(proxy)).arrayBuffer();
    bench.upstream.answer = answer;
    expect([404, 502]).toContain((await ask(proxy, { range: 'bytes=4-7' })).status);
  });

  it('is cut off, and not ended, when less comes than was said', async () => {
    const proxy = start();
    await (await ask(proxy)).arrayBuffer();
    bench.upstream.answer = (res) => res.writeHead(206, { 'content-range': `bytes 4-7/${SIZE}`, etag: ETAG }).end(MP4.subarray(4, 6));
    await expect((await ask(proxy, { range: 'bytes=4-7' })).arrayBuffer()).rejects.toThrow('shorter');
  });

  it('of nothing is not there', async () => {
    const proxy = start({ bytes: Buffer.alloc(0) });
    for (const range of ['bytes=0-', 'bytes=0-1', 'bytes=-1']) {
      const answer = await ask(proxy, { range });
      expect([answer.status, answer.headers.get('content-range')]).toEqual([416, 'bytes */0']);
    }
  });
});
