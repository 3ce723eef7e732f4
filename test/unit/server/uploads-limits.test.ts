import { type Upload, type UploadOptions } from 'bytespike-react/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pictureOf } from '../../support/pictures.js';
import { STORE_KINDS, startStoreKit, type StoreKit } from '../../support/store-kinds.js';
import { useUnhurriedStores } from '../../support/unhurried.js';
import { errorOf, pageRequest, useBench } from './fixture.js';

const png = await pictureOf();
const ALL = 200;
const ROOM_FOR_ALL = ALL * png.length;

describe.each(STORE_KINDS)('what each user may send, counted in %s', (kind) => {
  const bench = useBench();
  useUnhurriedStores();
  let kit: StoreKit;
  beforeAll(async () => {
    kit = await startStoreKit(kind);
  });
  afterAll(() => kit.stop());

  const post = (key: string, body: Uint8Array<ArrayBuffer> = png, user = 'ann') =>
    pageRequest('POST', '/uploads', { body, headers: { 'content-type': 'image/png', 'content-length': String(body.length), 'idempotency-key': key, 'x-user': user } });

  /** Proxies of as many instances, and what they kept. */
  async function proxies(count: number, limits: UploadOptions['limits']) {
    const kept = new Map<string, Upload>();
    const store = { put: (upload: Upload) => void kept.set(upload.name, upload), url: ({ name }: Upload) => `https://files.example/${name}` };
    const authorize = ({ headers }: Request) => ({ userId: headers.get('x-user') ?? 'ann' });
    return { kept, all: (await kit.open(count)).map((each) => bench.proxy({ store: each, authorize, uploads: { store, ...(limits ? { limits } : {}) } })) };
  }

  it.each([
    ['10 files', 1, { count: 10, bytes: ROOM_FOR_ALL }],
    ['10 files', 3, { count: 10, bytes: ROOM_FOR_ALL }],
    ['the bytes of 10', 1, { count: ALL, bytes: 10 * png.length + 1 }],
    ['the bytes of 10', 3, { count: ALL, bytes: 10 * png.length + 1 }],
  ] as const)('holds %s on %i instances when 200 come at once', async (_, count, limits) => {
    const { kept, all } = await proxies(count, limits);
    // Whatever is made with the first call is there.
    for (const proxy of all) await proxy(post('first', png, 'eve'));
    kept.clear();
    const answers = await Promise.all(Array.from({ length: ALL }, (_, index) => all[index % count]!(post(`k${index}`))));
    const refused = answers.filter(({ status }) => status !== 201);
    expect([answers.length - refused.length, kept.size]).toEqual([10, 10]);
    expect([...new Set(refused.map(({ status, headers }) => `${status} ${Number(headers.get('retry-after')) > 0}`))]).toEqual(['429 true']);
    expect((await errorOf(refused[0]!)).code).toBe('upload_limit');
    // Another user's is another's.
    expect((await all[0]!(post('k0', png, 'bob'))).status).toBe(201);
  });

  it('counts the same upload once, however often it is sent and by whichever instance', async () => {
    const { kept, all } = await proxies(2, { count: 1 });
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => all[index % 2]!(post('k'))));
    expect([answers.filter(({ status }) => status === 201).length, kept.size]).toEqual([20, 1]);
    expect((await all[1]!(post('other'))).status).toBe(429);
  });

  it('gives back the bytes of what was not kept, and takes a key for one picture alone', async () => {
    const { kept, all } = await proxies(1, { bytes: png.length + 10 });
    const proxy = all[0]!;
    expect((await proxy(post('bad', png.subarray(0, 60)))).status).toBe(415);
    expect((await proxy(post('k'))).status).toBe(201);
    // Small at first, and large under the same key: another picture.
    expect((await proxy(post('k', await pictureOf({ width: 300, height: 300 })))).status).toBe(409);
    expect(kept.size).toBe(1);
    expect((await proxy(post('l'))).status).toBe(429);
  });
});

describe('a store that fails', () => {
  const bench = useBench();

  it('lets nothing be kept that is not counted', async () => {
    const kept: Upload[] = [];
    const [store] = await (await startStoreKit('memory')).open(1);
    const proxy = bench.proxy({ store: { ...store!, reserve: () => Promise.reject(new Error('gone')) }, uploads: { store: { put: (upload) => void kept.push(upload), url: () => '' } } });
    const response = await proxy(pageRequest('POST', '/uploads', { body: png, headers: { 'content-type': 'image/png' } }));
    expect([response.status, (await errorOf(response)).code, kept]).toEqual([503, 'api_error', []]);
  });
});
