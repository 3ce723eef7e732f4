import { createHash, createHmac } from 'node:crypto';
import type { ProxyOptions } from 'bytespike-react/server';
import { s3Uploads } from 'bytespike-react/server/s3';
import { describe, expect, it } from 'vitest';
import { joined, PICTURE_TYPES, pictureOf } from '../../support/pictures.js';
import { errorOf, pageRequest, useBench } from './fixture.js';

const ACCESS = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'a secret of the bucket', region: 'eu-central-1' };
const BUCKET = 'https://s3.eu-central-1.amazonaws.com/files';

const sha = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest();
const hmac = (key: Uint8Array | string, text: string) => createHmac('sha256', key).update(text).digest();
const encoded = (text: string) => encodeURIComponent(text).replace(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);

/** Signature Version 4 as Amazon describes it, written down a second time: a bucket that believes nobody. */
function isSigned(request: Request, length: number): boolean {
  const url = new URL(request.url);
  const inAddress = url.searchParams.get('X-Amz-Signature');
  const [, credential = '', names = '', given = ''] = /Credential=(.*), SignedHeaders=(.*), Signature=(.*)/.exec(request.headers.get('authorization') ?? '') ?? [];
  const signature = inAddress ?? given;
  const scope = (url.searchParams.get('X-Amz-Credential') ?? credential).split('/').slice(1);
  const date = url.searchParams.get('X-Amz-Date') ?? request.headers.get('x-amz-date') ?? '';
  const signed = (url.searchParams.get('X-Amz-SignedHeaders') ?? names).split(';');
  const value = (name: string) => (name === 'host' ? url.host : name === 'content-length' ? String(length) : (request.headers.get(name) ?? ''));
  const query = [...url.searchParams].filter(([name]) => name !== 'X-Amz-Signature').map(([name, text]) => `${encoded(name)}=${encoded(text)}`).sort().join('&');
  const canonical = [request.method, url.pathname, query, ...signed.map((name) => `${name}:${value(name)}`), '', signed.join(';'), 'UNSIGNED-PAYLOAD'].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', date, scope.join('/'), sha(canonical).toString('hex')].join('\n');
  const key = scope.reduce<Uint8Array | string>((sum, part) => hmac(sum, part), `AWS4${ACCESS.secretAccessKey}`);
  return hmac(key, toSign).toString('hex') === signature;
}

/** What an S3-compatible store does with it. */
function bucket() {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const passed: number[] = [];
  async function answer(request: Request): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url);
    const body = new Uint8Array(await request.arrayBuffer());
    if (!isSigned(request, body.length)) return new Response('SignatureDoesNotMatch', { status: 403 });
    if (request.method === 'PUT') {
      if (request.headers.get('x-amz-checksum-sha256') !== sha(body).toString('base64')) return new Response('BadDigest', { status: 400 });
      files.set(pathname, body);
      return new Response();
    }
    const file = files.get(pathname);
    if (request.method === 'DELETE') return new Response(null, { status: files.delete(pathname) ? 204 : 404 });
    if (file === undefined) return new Response('NoSuchKey', { status: 404 });
    const [, from = 0, to = 0] = (/bytes=(\d+)-(\d+)/.exec(request.headers.get('range') ?? '') ?? []).map(Number);
    const type = searchParams.get('response-content-type') ?? 'application/octet-stream';
    if (request.headers.get('range') === null) return new Response(file, { headers: { 'content-type': type } });
    const part = file.slice(from, to + 1);
    passed.push(part.length);
    return new Response(part, { status: 206, headers: { 'content-range': `bytes ${from}-${from + part.length - 1}/${file.length}` } });
  }
  return { files, passed, answer };
}

interface Announced {
  put: { url: string; headers: Record<string, string> };
  token: string;
}

describe('uploads that go to a bucket by themselves', () => {
  const bench = useBench();

  function open() {
    const s3 = bucket();
    const authorize: ProxyOptions['authorize'] = ({ headers }) => ({ userId: headers.get('x-user') ?? 'ann' });
    const proxy = bench.proxy({ authorize, uploads: { store: s3Uploads({ bucket: BUCKET, ...ACCESS, fetch: s3.answer }), maxBytes: 1024 * 1024, limits: { count: 3 } } });
    const announce = (bytes: Uint8Array, { user = 'ann', key = 'k', ...more }: Record<string, unknown> = {}) =>
      proxy(pageRequest('POST', '/uploads', { body: JSON.stringify({ type: 'image/png', bytes: bytes.length, sha256: sha(bytes).toString('hex'), ...more }), headers: { 'x-user': String(user), 'idempotency-key': String(key) } }));
    const put = ({ put: { url, headers } }: Announced, body: Uint8Array<ArrayBuffer>) => s3.answer(new Request(url, { method: 'PUT', headers, body }));
    const finish = ({ token }: Announced, user = 'ann') => proxy(pageRequest('POST', `/uploads/${token}`, { headers: { 'x-user': user } }));
    return { s3, proxy, announce, put, finish };
  }
  const announcedBy = async (response: Response) => (await response.json()) as Announced;

  it.each(PICTURE_TYPES)('puts %s there, looks at its ends, and gives the gateway an address', async (type) => {
    const { s3, announce, put, finish } = open();
    const bytes = await pictureOf({ type, width: 900, height: 900 });
    const asked = await announce(bytes, { type });
    expect([asked.status, asked.headers.get('x-bytespike-offers')]).toEqual([200, 'image-idempotency, task-events, direct-uploads']);
    const announced = await announcedBy(asked);
    expect((await put(announced, bytes)).status).toBe(200);
    const finished = await finish(announced);
    const { url } = (await finished.json()) as { url: string };
    const read = await s3.answer(new Request(url));
    expect([finished.status, read.status, read.headers.get('content-type')]).toEqual([201, 200, type]);
    expect(new Uint8Array(await read.arrayBuffer())).toEqual(bytes);
    expect(Math.max(...s3.passed)).toBeLessThanOrEqual(256 * 1024);
  });

  it('takes those bytes there and no others', async () => {
    const { s3, announce, put } = open();
    const bytes = await pictureOf();
    const announced = await announcedBy(await announce(bytes));
    const svg = joined('<svg xmlns="http://www.w3.org/2000/svg"/>');
    expect((await put(announced, svg)).status).toBe(403);
    const sameLength = bytes.slice();
    sameLength.fill(65, 8);
    expect((await put(announced, sameLength)).status).toBe(400);
    const asPage = { ...announced, put: { ...announced.put, headers: { ...announced.put.headers, 'content-type': 'text/html' } } };
    expect((await put(asPage, bytes)).status).toBe(403);
    expect(s3.files.size).toBe(0);
  });

  it('deletes what is no picture, and tells nobody where it was', async () => {
    const { s3, announce, put, finish } = open();
    const png = await pictureOf();
    for (const [key, lie] of Object.entries({ a: joined('<svg xmlns="http://www.w3.org/2000/svg"/>'), b: joined(png, 'PK\x05\x06'), c: joined(png.subarray(0, 16), '\0\0\x7f\xff\0\0\x7f\xff', png.subarray(24)) })) {
      const announced = await announcedBy(await announce(lie, { key }));
      expect((await put(announced, lie)).status).toBe(200);
      const finished = await finish(announced);
      expect([finished.status, (await errorOf(finished)).code, s3.files.size]).toEqual([415, 'unsupported_image', 0]);
    }
    expect((await announce(png, { key: 'd' })).status).toBe(429);
  });

  it('is the same file for the same upload, and nothing for another user or before it is there', async () => {
    const { s3, announce, put, finish } = open();
    const bytes = await pictureOf();
    const first = await announcedBy(await announce(bytes));
    expect((await finish(first)).status).toBe(404);
    await put(first, bytes);
    const second = await announcedBy(await announce(bytes));
    await put(second, bytes);
    expect(s3.files.size).toBe(1);
    expect([(await finish(first, 'eve')).status, (await finish(second)).status]).toEqual([404, 201]);
    expect((await announce(await pictureOf({ width: 9 }))).status).toBe(409);
  });

  it.each([{ type: 'image/svg+xml' }, { type: 'image/heic' }, { type: 7 }, { bytes: 0 }, { bytes: '9' }, { bytes: 2 ** 21 }, { sha256: 'x' }, { sha256: undefined }])('takes no word of %o', async (lie) => {
    const { announce } = open();
    const { status } = await announce(await pictureOf(), lie);
    expect(status).toBe('type' in lie ? 415 : lie.bytes === 2 ** 21 ? 413 : 400);
  });

  it('says that the bucket failed', async () => {
    const broken = s3Uploads({ bucket: BUCKET, ...ACCESS, fetch: async () => new Response('', { status: 500 }) });
    const proxy = bench.proxy({ uploads: { store: broken } });
    const bytes = await pictureOf();
    const asked = await proxy(pageRequest('POST', '/uploads', { body: JSON.stringify({ type: 'image/png', bytes: bytes.length, sha256: sha(bytes).toString('hex') }) }));
    const { token } = await announcedBy(asked);
    expect((await proxy(pageRequest('POST', `/uploads/${token}`))).status).toBe(502);
  });
});
