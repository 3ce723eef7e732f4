import { act, renderHook, waitFor } from '@testing-library/react';
import { type Client, createClient } from 'bytespike-react';
import type { DirectUploads, ProxyOptions, Upload } from 'bytespike-react/server';
import { describe, expect, it } from 'vitest';
import { createProxy } from '../../../src/server/proxy.js';
import { PLACE } from '../../support/bytes.js';
import { appWith, flavours } from '../../support/flavours.js';
import { halvesOf, photoOf } from '../../support/photo.js';

interface Rig {
  client: Client;
  kept: Map<string, Blob>;
  /** Calls that arrived. */
  paths: string[];
  /** Pictures as they left the page. */
  left: ArrayBuffer[];
  /** What becomes of a call once it was answered. */
  after: (path: string, answer: Response, signal: AbortSignal) => Response | Promise<Response>;
  /** What is at an address that is not the proxy's. */
  elsewhere: (request: Request) => Promise<Response>;
}

function rig(uploads?: Partial<ProxyOptions['uploads']>): Rig {
  const kept = new Map<string, Blob>();
  const store = { put: ({ name, type }: Upload, bytes: Uint8Array<ArrayBuffer>) => void kept.set(name, new Blob([bytes], { type })), url: ({ name }: Upload) => `https://files.test/${name}` };
  const proxy = createProxy({
    apiKey: 'sk-test',
    secret: 'a secret of the tests, long enough',
    authorize: () => ({ userId: 'ann' }),
    logger: { info() {}, warn() {}, error() {} },
    ...(uploads === undefined ? {} : { uploads: { store, ...uploads } }),
  });
  const client = createClient({
    baseUrl: `${location.origin}/api/bytespike`,
    storage: null,
    async fetch(request) {
      const { pathname } = new URL(request.url);
      if (!pathname.startsWith('/api/bytespike')) return world.elsewhere(request);
      const path = pathname.replace('/api/bytespike', '');
      world.paths.push(`${request.method} ${path}`);
      const { method, signal } = request;
      const body = method === 'GET' ? null : await request.arrayBuffer();
      if (path === '/uploads' && body !== null) world.left.push(body);
      const asked = new Request(request.url, { method, signal, body });
      // No page may say where it comes from: the proxy is asked as a browser would ask it.
      Object.defineProperty(asked, 'headers', { value: new Headers([...request.headers, ['origin', location.origin]]) });
      return world.after(path, await proxy(asked), signal);
    },
  });
  const world: Rig = { client, kept, paths: [], left: [], after: (_, answer) => answer, elsewhere: async () => Response.error() };
  return world;
}

describe.each(flavours)('useUpload on $name', (flavour) => {
  const render = ({ client }: Rig) => renderHook(() => flavour.hooks.useUpload(), { wrapper: appWith(flavour, client) });

  it('puts a photo there upright and small enough, without what the camera wrote', async () => {
    const world = rig({});
    const { result } = render(world);
    expect(result.current).toMatchObject({ status: 'idle', offered: undefined });
    const photo = await photoOf(5000, 200, 6);
    expect(await photo.text()).toContain(PLACE);
    const uploaded = await act(() => result.current.upload(photo));
    expect(result.current).toMatchObject({ status: 'done', progress: 1, uploaded, offered: true, error: undefined });
    const [kept] = world.kept.values();
    const { width, height } = await createImageBitmap(kept!);
    expect([width, height]).toEqual([164, 4096]);
    // What the sensor saw above is on the right of a camera that was held like this.
    expect(await halvesOf(kept!, true)).toEqual(['blue', 'red']);
    // Nobody but this page has taken it out.
    for (const bytes of [world.left[0]!, await kept!.arrayBuffer()]) expect(new TextDecoder('latin1').decode(bytes)).not.toContain(PLACE);
    expect([uploaded.type, uploaded.bytes, uploaded.url]).toEqual(['image/jpeg', kept!.size, expect.stringContaining('https://files.test/')]);
  });

  it('sends what is small and upright pixel by pixel, and the same file once', async () => {
    const world = rig({});
    const { result } = render(world);
    const photo = await photoOf(40, 30, 1, 'image/png');
    const first = await act(() => result.current.upload(photo));
    const again = await act(() => result.current.upload(photo));
    expect(again).toBe(first);
    expect(world.paths.filter((path) => path === 'POST /uploads')).toHaveLength(1);
    expect(await [...world.kept.values()][0]!.arrayBuffer()).toEqual(await photo.arrayBuffer());
  });

  it('is the same upload for another place with the same picture', async () => {
    const world = rig({ limits: { count: 1 } });
    const photo = await photoOf(8, 8);
    for (const file of [photo, new File([photo], 'again.jpg')]) {
      const { result } = render(world);
      await act(() => result.current.upload(file));
    }
    expect([world.kept.size, world.paths.filter((path) => path === 'POST /uploads').length]).toEqual([1, 2]);
  });

  it('sends it again under the same key when the answer is lost', async () => {
    const world = rig({ limits: { count: 1 } });
    let lost = 0;
    world.after = (path, answer) => {
      if (path === '/uploads' && lost++ === 0) throw new TypeError('connection reset');
      return answer;
    };
    const { result } = render(world);
    await act(async () => void (await result.current.upload(await photoOf(8, 8))));
    expect([result.current.status, world.kept.size, lost]).toEqual(['done', 1, 2]);
  });

  it('says what is no picture, and HEIC by its name, and sends nothing', async () => {
    const world = rig({});
    const { result } = render(world);
    const heic = new File(['\0\0\0\x18ftypheic\0\0\0\0mif1heic'], 'IMG_0002.HEIC', { type: 'image/jpeg' });
    await act(() => result.current.upload(heic).catch(() => {}));
    expect(result.current).toMatchObject({ status: 'error', error: { code: 'unsupported_image', field: 'heic', billed: 'no' } });
    await act(() => result.current.upload(new File(['<svg/>'], 'a.png')).catch(() => {}));
    expect(result.current.error).toMatchObject({ code: 'unsupported_image', field: undefined });
    expect(world.paths).toEqual([]);
  });

  it('stops when it is cancelled, and begins anew', async () => {
    const world = rig({});
    let arrived = () => {};
    const isThere = new Promise<void>((resolve) => (arrived = resolve));
    world.after = (path, answer, signal) => {
      if (path !== '/uploads') return answer;
      arrived();
      return new Promise((_, reject) => signal.addEventListener('abort', () => reject(new TypeError('aborted'))));
    };
    const { result } = render(world);
    let refused: unknown;
    act(() => void photoOf(8, 8).then((photo) => result.current.upload(photo)).catch((error: unknown) => (refused = error)));
    await isThere;
    expect(result.current.status).toBe('uploading');
    act(() => result.current.cancel());
    await waitFor(() => expect(refused).toMatchObject({ code: 'aborted' }));
    expect(result.current).toMatchObject({ status: 'idle', error: undefined });
    world.after = (_, answer) => answer;
    await act(async () => void (await result.current.upload(await photoOf(9, 8))));
    expect(result.current.status).toBe('done');
    act(() => result.current.reset());
    expect(result.current).toMatchObject({ status: 'idle', uploaded: undefined });
  });

  it('says that the server takes no more for now', async () => {
    const world = rig({ limits: { count: 0 } });
    const { result } = render(world);
    const photo = await photoOf(8, 8);
    act(() => void result.current.upload(photo).catch(() => {}));
    await waitFor(() => expect(result.current).toMatchObject({ status: 'error', error: { code: 'upload_limit', retryAt: expect.any(Number) } }));
  });

  it('says that the proxy has no place for pictures', async () => {
    const world = rig();
    const { result } = render(world);
    const photo = await photoOf(8, 8);
    await act(() => result.current.upload(photo).catch(() => {}));
    expect(result.current).toMatchObject({ status: 'error', offered: false, error: { code: 'invalid_config' } });
    expect(world.paths).toEqual(['GET /v1/tasks/query']);
  });

  it('sends it by itself to a bucket, exactly as it was announced', async () => {
    const bucket = new Map<string, Uint8Array<ArrayBuffer>>();
    const store: DirectUploads = {
      prepare: async ({ name }, sha256) => ({ url: `${location.origin}/bucket/${name}`, headers: { 'x-sha256': sha256 } }),
      read: async ({ name }, from, to) => bucket.get(name)?.slice(from, to) ?? new Uint8Array(),
      remove: async ({ name }) => void bucket.delete(name),
      url: async ({ name }) => `https://bucket.test/${name}`,
    };
    const world = rig({ store });
    world.elsewhere = async (request) => {
      expect(request.headers.get('x-sha256')).toMatch(/^[0-9a-f]{64}$/);
      bucket.set(new URL(request.url).pathname.slice('/bucket/'.length), new Uint8Array(await request.arrayBuffer()));
      return new Response();
    };
    const { result } = render(world);
    const photo = await photoOf(30, 20);
    const { url } = await act(() => result.current.upload(photo));
    expect([...bucket.keys()].map((name) => `https://bucket.test/${name}`)).toEqual([url]);
    expect(world.paths).toEqual(['GET /v1/tasks/query', 'POST /uploads', expect.stringMatching(/^POST \/uploads\/./)]);
  });
});
