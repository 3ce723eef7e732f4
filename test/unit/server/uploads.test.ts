import { type Authorization, memoryUploads, type ProxyOptions, type Upload, type UploadOptions } from 'bytespike-react/server';
import { describe, expect, it } from 'vitest';
import { createManualClock } from '../../support/manual-clock.js';
import { joined, PICTURE_TYPES, pictureOf, PLACE } from '../../support/pictures.js';
import { type Ask, BASE, errorOf, pageRequest, useBench } from './fixture.js';

interface Told {
  url: string;
  type: string;
  bytes: number;
  expires_at: string;
}

const png = await pictureOf();
const byHeader: ProxyOptions['authorize'] = ({ headers }) => {
  const user = headers.get('x-user');
  return user === null ? new Response('sign in', { status: 401 }) : { userId: user };
};

describe('a place for files', () => {
  const bench = useBench();
  const proxyWith = (uploads: Partial<UploadOptions> = {}, options: Partial<ProxyOptions> = {}) => bench.proxy({ authorize: byHeader, uploads: { store: memoryUploads(), ...uploads }, ...options });
  const post = (body: BodyInit, headers: HeadersInit = {}) => pageRequest('POST', '/uploads', { body, headers: { 'content-type': 'image/png', 'x-user': 'ann', ...Object.fromEntries(new Headers(headers)) } });
  const gatewayGets = (url: string, ask: Ask & { method?: string } = {}) => new Request(url, { method: ask.method ?? 'GET', ...(ask.headers ? { headers: ask.headers } : {}) });
  const toldBy = async (response: Response) => (await response.json()) as Told;

  it('is not there until it is asked for, and says that it is', async () => {
    expect((await bench.proxy()(post(png))).status).toBe(404);
    const response = await proxyWith()(post(png));
    expect(response.headers.get('x-bytespike-offers')).toBe('image-idempotency, task-events, uploads');
  });

  it.each(PICTURE_TYPES)('takes %s, and the gateway gets it at the address without being anybody', async (type) => {
    const proxy = proxyWith();
    const bytes = await pictureOf({ type });
    const response = await proxy(post(bytes, { 'content-type': 'text/plain' }));
    const told = await toldBy(response);
    expect([response.status, told.type, told.bytes, told.url.startsWith(`${BASE}/uploads/`)]).toEqual([201, type, bytes.length, true]);
    const read = await proxy(gatewayGets(told.url));
    expect([read.status, read.headers.get('content-type'), read.headers.get('x-content-type-options')]).toEqual([200, type, 'nosniff']);
    expect(new Uint8Array(await read.arrayBuffer())).toEqual(bytes);
    const head = await proxy(gatewayGets(told.url, { method: 'HEAD' }));
    expect([head.headers.get('content-length'), await head.text()]).toEqual([String(bytes.length), '']);
  });

  it('keeps nothing of where and by whom it was taken', async () => {
    const proxy = proxyWith();
    const { url } = await toldBy(await proxy(post(await pictureOf({ type: 'image/jpeg', orientation: 1 }))));
    const kept = Buffer.from(await (await proxy(gatewayGets(url))).arrayBuffer()).toString('latin1');
    expect(kept).not.toContain(PLACE);
  });

  it('is closed for whom `authorize` turns away, and for pages of others', async () => {
    const proxy = proxyWith();
    expect((await proxy(pageRequest('POST', '/uploads', { body: png }))).status).toBe(401);
    expect((await proxy(post(png, { 'sec-fetch-site': 'cross-site' }))).status).toBe(403);
  });

  it('gives another user nothing, at the address and as the beginning of a clip', async () => {
    const proxy = proxyWith();
    const { url } = await toldBy(await proxy(post(png)));
    const read = await proxy(new Request(url, { headers: { 'x-user': 'eve', 'sec-fetch-site': 'same-origin' } }));
    expect([read.status, (await errorOf(read)).code]).toEqual([404, 'not_found']);
    expect((await proxy(new Request(url, { headers: { 'x-user': 'ann', 'sec-fetch-site': 'same-origin' } }))).status).toBe(200);
    const submit = (user: string, more: object) => proxy(pageRequest('POST', '/v1/tasks/submit', { body: JSON.stringify({ model: 'veo-3.1-fast', prompt: 'p', ...more }), headers: { 'x-user': user } }));
    const asked = [{ image_url: url }, { params: { image_url: url } }, { image_url: `${url}/?x#y` }, { image_url: url.replace('https:', ' https:') }];
    for (const more of asked) expect((await submit('eve', more)).status).toBe(404);
    const turn = JSON.stringify({ model: 'gpt-4o-image', messages: [{ role: 'user', content: [{ type: 'image_url', image_url: { url } }] }] });
    expect((await proxy(pageRequest('POST', '/v1/chat/completions', { body: turn, headers: { 'x-user': 'eve' } }))).status).toBe(404);
    expect(bench.upstream.requests).toEqual([]);
    expect((await submit('ann', { image_url: url })).status).toBe(200);
    expect((await submit('eve', { image_url: 'https://elsewhere.example/uploads/a.png' })).status).toBe(200);
  });

  it('gives the address for a time, and takes no other that looks like it', async () => {
    const clock = createManualClock();
    const proxy = proxyWith({ expiresIn: 60, store: memoryUploads({ clock }) }, { clock });
    const told = await toldBy(await proxy(post(png)));
    expect(Date.parse(told.expires_at)).toBe(clock.wallNow() + 60_000);
    const forged = told.url.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
    expect((await proxy(gatewayGets(forged))).status).toBe(404);
    expect((await proxy(gatewayGets(told.url))).status).toBe(200);
    await clock.advance(60_000);
    expect((await proxy(gatewayGets(told.url))).status).toBe(404);
    const submit = pageRequest('POST', '/v1/tasks/submit', { body: JSON.stringify({ model: 'veo-3.1-fast', prompt: 'p', image_url: told.url }), headers: { 'x-user': 'ann' } });
    expect((await proxy(submit)).status).toBe(404);
  });

  it('names its address as the gateway reaches it', async () => {
    const addressOf = async (options: Partial<UploadOptions>, headers: HeadersInit = {}, more: Partial<ProxyOptions> = {}) => new URL((await toldBy(await proxyWith(options, more)(post(png, headers)))).url).href.split('/uploads/')[0];
    expect(await addressOf({})).toBe(BASE);
    // Before TLS is ended the page knows the name.
    expect(await addressOf({}, { origin: 'https://shop.example' })).toBe('https://shop.example/api/bytespike');
    expect(await addressOf({}, { origin: 'https://studio.example' }, { allowedOrigins: ['https://studio.example'] })).toBe(BASE);
    expect(await addressOf({ publicUrl: 'https://public.example/x/' })).toBe('https://public.example/x');
  });

  it('hands on to storage of the app’s own, once for each key', async () => {
    const kept = new Map<string, Upload>();
    const store = { put: (upload: Upload) => void kept.set(upload.name, upload), url: async ({ name }: Upload) => `https://files.example/${name}` };
    const proxy = proxyWith({ store });
    const key = { 'idempotency-key': 'k1' };
    const first = await toldBy(await proxy(post(png, key)));
    expect((await toldBy(await proxy(post(png, key)))).url).toBe(first.url);
    await proxy(post(png, { ...key, 'x-user': 'bob' }));
    expect([...kept.values()].map(({ userId, type }) => [userId, type])).toEqual([['ann', 'image/png'], ['bob', 'image/png']]);
    const other = await proxy(post(await pictureOf({ width: 9 }), key));
    expect([other.status, kept.size]).toEqual([409, 2]);
    expect((await proxy(post(png, { 'idempotency-key': '/' }))).status).toBe(400);
  });

  it('says that storage failed, and counts nothing for it', async () => {
    let broken = true;
    const store = { put: () => (broken ? Promise.reject(new Error('secret place')) : Promise.resolve()), url: () => 'https://files.example/a' };
    const proxy = proxyWith({ store, limits: { bytes: png.length } });
    const response = await proxy(post(png, { 'content-length': String(png.length) }));
    expect([response.status, await response.text()]).toEqual([502, expect.not.stringContaining('secret place')]);
    broken = false;
    expect((await proxy(post(png, { 'content-length': String(png.length) }))).status).toBe(201);
  });

  it.each<[string, BodyInit, HeadersInit, number]>([
    ['a drawing that can hold scripts', '<svg xmlns="http://www.w3.org/2000/svg"/>', {}, 415],
    ['HEIC', joined('\0\0\0\x18ftypheic\0\0\0\0mif1heic'), { 'content-type': 'image/jpeg' }, 415],
    ['a page', '<!doctype html><script>1</script>', {}, 415],
    ['nothing', '', {}, 415],
    ['a picture with an archive behind it', joined(png, 'PK\x05\x06'), {}, 415],
    ['half a picture', png.subarray(0, 50), {}, 415],
    ['few bytes that ask for all memory', joined(png.subarray(0, 16), '\0\0\xff\xff\0\0\xff\xff', png.subarray(24)), {}, 415],
    ['a packed body', png, { 'content-encoding': 'gzip' }, 415],
    ['a form', png, { 'content-type': 'multipart/form-data; boundary=x' }, 415],
    ['a word that one is to come', '{}', { 'content-type': 'application/json' }, 415],
    ['more than is taken', new Uint8Array(5000), {}, 413],
    ['what is said to be more than is taken', png, { 'content-length': '5001' }, 413],
    ['more than was said', png, { 'content-length': '10' }, 413],
  ])('does not keep %s', async (_, body, headers, status) => {
    const kept: Upload[] = [];
    const proxy = proxyWith({ maxBytes: 4096, store: { put: (upload) => void kept.push(upload), url: () => '' } });
    const response = await proxy(post(body, headers));
    expect([response.status, (await errorOf(response)).code, kept]).toEqual([status, status === 415 ? 'unsupported_image' : 'request_entity_too_large', []]);
  });

  it('has room for so much in this process, and again once something has expired', async () => {
    const clock = createManualClock();
    const proxy = proxyWith({ store: memoryUploads({ maxBytes: png.length, clock }), expiresIn: 60 }, { clock });
    expect((await proxy(post(png))).status).toBe(201);
    const response = await proxy(post(png));
    expect([response.status, (await errorOf(response)).code]).toEqual([503, 'upload_limit']);
    await clock.advance(60_000);
    expect((await proxy(post(png))).status).toBe(201);
  });

  it.each([{ store: {} }, { store: { put: () => {} } }, { maxBytes: 0 }, { expiresIn: Number.NaN }, { limits: { count: -1 } }, { publicUrl: '' }, { publicUrl: 'http://app.example' }])('refuses %o when the server starts', (wrong) => {
    expect(() => proxyWith(wrong as Partial<UploadOptions>)).toThrow('`uploads');
  });

  it('lets nobody be anybody where `authorize` throws at the gateway', async () => {
    const proxy = proxyWith({}, {
      authorize: ({ headers }): Authorization => {
        const userId = headers.get('x-user');
        if (userId === null) throw new Error('no session');
        return { userId };
      },
    });
    const { url } = await toldBy(await proxy(post(png)));
    expect((await proxy(gatewayGets(url))).status).toBe(200);
  });
});
