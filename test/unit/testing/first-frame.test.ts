import sharp from 'sharp';
import { describe, expect, test, vi } from 'vitest';
import { pictureOf } from '../../support/pictures.js';
import { distanceOf, gridOf, webmFrames } from '../../support/webm.js';
import { type Answer, json, type Rig, rig, submit, VIDEO_MS } from './setup.js';

const ADDRESS = 'https://files.example/photo';

/** Four colours, each in its corner, and where it is turned the place to see that by. */
async function corners({ width = 640, height = 360, turned = false } = {}): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2" width="${width}" height="${height}" preserveAspectRatio="none"><path d="M0 0h1v1H0z" fill="#c33"/><path d="M1 0h1v1H1z" fill="#3c3"/><path d="M0 1h1v1H0z" fill="#33c"/><path d="M1 1h1v1H1z" fill="#cc3"/></svg>`;
  const drawn = sharp(Buffer.from(svg)).resize(width, height, { fit: 'fill' });
  // Three quarters on, as a camera writes it that was turned by one.
  return turned ? sharp(await drawn.png().toBuffer()).rotate(270).withMetadata({ orientation: 6 }).jpeg().toBuffer() : drawn.png().toBuffer();
}

const dataOf = (bytes: Uint8Array, type = 'image/png') => `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;

/** How the task ends that begins with this address. */
async function ended(it: Rig, image_url: string, fields: object = {}): Promise<Answer> {
  const { task_id } = await submit(it, { image_url, ...fields });
  await it.clock.advance(VIDEO_MS);
  let reading: Answer;
  await vi.waitFor(async () => {
    reading = await json(await it.post('/v1/tasks/query', { task_id }));
    expect(reading.status).not.toBe('running');
    // Wall time: a film is drawn in it.
  }, 20_000);
  return reading;
}

async function clip(it: Rig, image_url: string, fields?: object): Promise<{ type: string | null; bytes: Uint8Array; url: string }> {
  const { result } = await ended(it, image_url, fields);
  const response = await it.gateway.fetch(new Request(result.video_url));
  return { type: response.headers.get('content-type'), bytes: new Uint8Array(await response.arrayBuffer()), url: result.video_url };
}

const serving = (answer: () => Response | Promise<Response>) => ({ fetchImage: vi.fn<(address: string, init: RequestInit) => Promise<Response>>(async () => answer()) });

describe('the picture that a clip begins with', () => {
  test('is its first frame, the last one is nearer, and the same gives the same', async () => {
    const photo = await corners();
    const seen = await gridOf(photo);
    const { type, bytes } = await clip(rig(), dataOf(photo));
    expect(type).toBe('video/webm');
    expect(bytes.length).toBeLessThan(600_000);
    const frames = webmFrames(bytes);
    expect(frames).toHaveLength(12);
    const [first, last] = await Promise.all([gridOf(frames[0]!), gridOf(frames.at(-1)!)]);
    expect(distanceOf(first, seen)).toBeLessThan(8);
    expect(distanceOf(last, seen)).toBeGreaterThan(8);
    expect(await sharp(frames[0]).metadata()).toMatchObject({ width: 1280, height: 720 });
    expect(Buffer.from((await clip(rig(), dataOf(photo))).bytes).equals(bytes)).toBe(true);
  });

  test('is cut to the shape of the clip, and turned as the camera was held', async () => {
    const turned = await corners({ width: 360, height: 640, turned: true });
    const frames = webmFrames((await clip(rig(), dataOf(turned, 'image/jpeg'), { aspect_ratio: '9:16' })).bytes);
    expect(distanceOf(await gridOf(frames[0]!), await gridOf(await corners({ width: 360, height: 640 })))).toBeLessThan(10);
    const wide = webmFrames((await clip(rig(), dataOf(await corners({ width: 400, height: 800 })))).bytes);
    expect(distanceOf(await gridOf(wide[0]!), await gridOf(await corners()))).toBeLessThan(10);
  });

  test('is fetched once from where it is, by itself', async () => {
    const photo = await corners();
    const options = serving(() => new Response(new Uint8Array(photo), { headers: { 'content-type': 'text/plain' } }));
    const { bytes } = await clip(rig(options), ADDRESS);
    expect(distanceOf(await gridOf(webmFrames(bytes)[0]!), await gridOf(photo))).toBeLessThan(8);
    expect(options.fetchImage.mock.calls).toEqual([[ADDRESS, expect.objectContaining({ credentials: 'omit' })]]);
  });

  test('may be a picture of the gateway’s own, as long as its link lives', async () => {
    const options = serving(() => new Response(null, { status: 404 }));
    const it = rig(options);
    const drawn = it.post('/v1/images/generations', { model: 'nano-banana', prompt: 'A kettle' });
    await it.clock.advance(30_000);
    const { url } = (await json(await drawn)).data[0];
    const picture = new Uint8Array(await (await it.gateway.fetch(new Request(url))).arrayBuffer());
    const { bytes } = await clip(it, url, { aspect_ratio: '1:1' });
    expect(distanceOf(await gridOf(webmFrames(bytes)[0]!), await gridOf(picture))).toBeLessThan(8);
    expect(options.fetchImage).not.toHaveBeenCalled();
    await it.clock.advance(24 * 60 * 60_000);
    expect((await ended(it, url)).error_message).toMatch(/it answered 404/);
  });

  test.each<[string, () => Response | Promise<Response>, RegExp]>([
    ['that is not there', () => new Response(null, { status: 404 }), /it answered 404/],
    ['of a server that is not there', () => Promise.reject(new TypeError('fetch failed')), /nothing answered there/],
    ['that is a page', () => new Response('<svg xmlns="http://www.w3.org/2000/svg"/>'), /no whole PNG, JPEG or WebP/],
    ['that has no end', () => new Response(new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(1024 * 1024)) })), /more than 20971520 bytes/],
  ])('%s fails the task, which is not billed', async (_, answer, message) => {
    const it = rig(serving(answer));
    expect(await ended(it, ADDRESS)).toMatchObject({ status: 'failed', error_code: 'invalid_param', error_message: expect.stringMatching(message) });
    expect(it.gateway.ledger).toMatchObject({ charges: [], held: 0 });
  });

  test('that breaks off, or is damaged where it is packed, fails the task', async () => {
    const photo = new Uint8Array(await pictureOf());
    const damaged = photo.map((byte, at) => (at > 45 && at < photo.length - 16 ? 0 : byte));
    for (const bytes of [photo.subarray(0, -20), damaged]) {
      expect((await ended(rig(), dataOf(bytes))).error_message).toMatch(/no whole PNG, JPEG or WebP/);
    }
  });

  test('is waited for: no clip ends before, and one that was cancelled is over', async () => {
    let answer = (_: Response) => {};
    const it = rig(serving(() => new Promise((resolve) => (answer = resolve))));
    const [first, second] = [await submit(it, { image_url: ADDRESS, out_task_id: 'a' }), await submit(it, { image_url: `${ADDRESS}/2` })];
    await it.clock.advance(VIDEO_MS);
    expect((await json(await it.post('/v1/tasks/query', { task_id: first.task_id }))).status).toBe('running');
    expect((await json(await it.post(`/v1/tasks/cancel/${second.task_id}`, {}))).status).toBe('cancelled');
    // Asked for once more under its key, it is the same task.
    expect((await submit(it, { image_url: ADDRESS, out_task_id: 'a' })).task_id).toBe(first.task_id);
    answer(new Response(null, { status: 410 }));
    await vi.waitFor(async () => expect((await json(await it.post('/v1/tasks/query', { task_id: second.task_id }))).status).toBe('cancelled'));
    it.gateway.dispose();
    await it.clock.advance(0);
    expect(it.clock.waiting).toBe(0);
  });

  test('that cannot be paid for is not fetched', async () => {
    const options = serving(() => new Response());
    const it = rig({ ...options, balance: 0 });
    expect((await it.post('/v1/tasks/submit', { model: 'veo-3.1-fast', prompt: 'Tide', image_url: ADDRESS })).status).toBe(402);
    expect(options.fetchImage).not.toHaveBeenCalled();
  });
});
