import { describe, expect, it, vi } from 'vitest';
import { isUnprepared } from '../../../src/components/prompt-form/reference/is-unprepared.js';
import { type Preparation, prepareImage } from '../../../src/components/prompt-form/reference/prepare-image.js';
import { readImage } from '../../../src/core/uploads/read-image.js';

const edit = { file: true, address: false };
const turn = { file: true, address: true };
const frame = { file: false, address: true };
const file = new Blob(['x'], { type: 'image/png' });
const address = 'https://cdn.example.com/a.png';
const stored = 'https://files.example.com/1.png';
const failing = () => Promise.reject(new TypeError('Failed to fetch'));

function prepare(image: Blob | string, change: Partial<Preparation>) {
  const how: Preparation = { takes: edit, upload: undefined, limit: undefined, read: async () => file, context: { client: undefined, locale: 'en', messages: {} }, makesReady: false, onSending: () => {}, ...change };
  return { needed: isUnprepared(image, how.takes, how.upload !== undefined), prepared: prepareImage(image, how) };
}

describe('a reference on its way into the request', () => {
  it.each([
    ['a file that is sent as it is', file, edit, false],
    ['a file that has to be put somewhere', file, frame, true],
    ['an address that is sent as it is', address, frame, false],
    ['an address that has to be read', address, edit, true],
    ['an address that is better read', address, turn, true],
  ] as const)('%s', (_name, image, takes, needed) => {
    expect(prepare(image, { takes, upload: async () => stored }).needed).toBe(needed);
  });

  it('is read from its address for a model that takes the file', async () => {
    expect(await prepare(address, { takes: edit }).prepared).toEqual({ image: file });
    expect(await prepare(address, { takes: turn }).prepared).toEqual({ image: file });
  });

  it('stays an address where this page may not read it and the gateway may', async () => {
    expect(await prepare(address, { takes: turn, read: failing }).prepared).toEqual({ image: address });
    expect(await prepare('blob:https://app.example.com/1', { takes: turn, read: failing }).prepared).toEqual({ issue: { field: 'image', code: 'unfetched' } });
    expect(await prepare(address, { takes: edit, read: failing }).prepared).toEqual({ issue: { field: 'image', code: 'unfetched' } });
  });

  it('is put where the gateway can read it', async () => {
    const upload = vi.fn<(file: Blob) => Promise<string>>().mockResolvedValue(stored);
    expect(await prepare(file, { takes: frame, upload }).prepared).toEqual({ image: stored });
    // Of this page alone, and so read first.
    const own = prepare('blob:https://app.example.com/1', { takes: frame, upload });
    expect([own.needed, await own.prepared]).toEqual([true, { image: stored }]);
    expect(await prepare(file, { takes: frame, upload: failing }).prepared).toEqual({ issue: { field: 'image', code: 'upload' } });
    expect(upload).toHaveBeenCalledTimes(2);
  });

  it('is refused when what was read is no picture, or too large', async () => {
    const html = new Blob(['<p>'], { type: 'text/html' });
    expect(await prepare(address, { read: async () => html }).prepared).toEqual({ issue: { field: 'image', code: 'type' } });
    expect(await prepare(address, { limit: 0 }).prepared).toMatchObject({ issue: { code: 'too_large', bytes: 1 } });
  });
});

describe('the picture behind an address', () => {
  it('has the type that its server names', async () => {
    const fetch = vi.fn<typeof globalThis.fetch>().mockResolvedValue(new Response(file, { headers: { 'content-type': 'image/webp' } }));
    expect(await readImage(address, fetch)).toMatchObject({ type: 'image/webp', size: 1 });
  });

  it('is asked for past the cache when what is kept there may not be read', async () => {
    const fetch = vi.fn<typeof globalThis.fetch>().mockRejectedValueOnce(new TypeError('CORS')).mockResolvedValue(new Response(file));
    await readImage(address, fetch);
    expect(fetch.mock.calls.map(([, init]) => init?.cache)).toEqual(['default', 'reload']);
  });

  it('is in the address itself, and needs no request', async () => {
    const fetch = vi.fn<typeof globalThis.fetch>();
    const read = await readImage('data:image/png;base64,AQID', fetch);
    expect([read.type, [...new Uint8Array(await read.arrayBuffer())]]).toEqual(['image/png', [1, 2, 3]]);
    expect(fetch).not.toHaveBeenCalled();
    await expect(readImage('data:image/png;base64,%', fetch)).rejects.toThrow('damaged');
  });

  it('is none where the link is dead', async () => {
    await expect(readImage(address, async () => new Response('', { status: 403 }))).rejects.toThrow('403');
  });
});
