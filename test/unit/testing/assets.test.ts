import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { json, type Rig, rig, submit, VIDEO_MS } from './setup.js';

async function videoUrl(it: Rig, fields: object = {}): Promise<string> {
  const { task_id } = await submit(it, fields);
  await it.clock.advance(VIDEO_MS);
  return (await json(await it.post('/v1/tasks/query', { task_id }))).result.video_url;
}

const bare = (it: Rig, url: string, headers: Record<string, string> = {}, method = 'GET') =>
  it.gateway.fetch(new Request(url, { headers, method }));

describe('a video', () => {
  test('is an MP4 that starts before it is whole, of the asked shape, under 150 kB', async () => {
    const sizes: Record<string, number> = { '16:9': 16 / 9, '9:16': 9 / 16, '1:1': 1 };
    for (const [aspect_ratio, ratio] of Object.entries(sizes)) {
      const it = rig();
      const response = await bare(it, await videoUrl(it, { aspect_ratio }));
      const bytes = Buffer.from(await response.arrayBuffer());
      expect(response.headers.get('content-type')).toBe('video/mp4');
      expect(Number(response.headers.get('content-length'))).toBe(bytes.length);
      expect(bytes.length).toBeLessThan(150_000);
      expect(bytes.subarray(4, 8).toString()).toBe('ftyp');
      expect(bytes.indexOf('moov')).toBeLessThan(bytes.indexOf('mdat'));
      // Width and height of the track header, in 16.16 fixed point, are its last eight bytes.
      const header = bytes.indexOf('tkhd') + 80;
      expect(bytes.readUInt32BE(header) / bytes.readUInt32BE(header + 4)).toBeCloseTo(ratio, 2);
    }
  });

  test('is a WebM when the prompt says so', async () => {
    const it = rig();
    const response = await bare(it, await videoUrl(it, { prompt: 'Tide [webm]' }));
    expect(response.headers.get('content-type')).toBe('video/webm');
    expect(Buffer.from(await response.arrayBuffer()).subarray(0, 4).toString('hex')).toBe('1a45dfa3');
  });

  test('comes in ranges', async () => {
    const it = rig();
    const url = await videoUrl(it);
    const whole = Buffer.from(await (await bare(it, url)).arrayBuffer());
    const total = whole.length;
    const cases: [string, number, string | null, Buffer][] = [
      ['bytes=0-9', 206, `bytes 0-9/${total}`, whole.subarray(0, 10)],
      ['bytes=10-', 206, `bytes 10-${total - 1}/${total}`, whole.subarray(10)],
      ['bytes=-5', 206, `bytes ${total - 5}-${total - 1}/${total}`, whole.subarray(-5)],
      [`bytes=5-${total * 2}`, 206, `bytes 5-${total - 1}/${total}`, whole.subarray(5)],
      [`bytes=${total}-`, 416, `bytes */${total}`, Buffer.alloc(0)],
      ['bytes=-0', 416, `bytes */${total}`, Buffer.alloc(0)],
      ['bytes=9-5', 200, null, whole],
      ['bytes=0-1,4-5', 200, null, whole],
      ['pages=1-2', 200, null, whole],
    ];
    for (const [range, status, contentRange, expected] of cases) {
      const response = await bare(it, url, { range });
      expect([range, response.status, response.headers.get('content-range')]).toEqual([range, status, contentRange]);
      expect(Buffer.from(await response.arrayBuffer()).equals(expected)).toBe(true);
    }
  });
});

describe('a link', () => {
  test('needs no key, is open to other origins, and answers HEAD', async () => {
    const it = rig();
    const response = await bare(it, await videoUrl(it), {}, 'HEAD');
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({ 'access-control-allow-origin': '*', 'accept-ranges': 'bytes' });
    expect(Number(response.headers.get('content-length'))).toBeGreaterThan(1000);
    expect((await response.arrayBuffer()).byteLength).toBe(0);
    expect((await bare(it, response.url || (await videoUrl(it)), {}, 'DELETE')).status).toBe(405);
  });

  test('dies after 24 hours, and when it is changed', async () => {
    const it = rig();
    const url = await videoUrl(it);
    expect((await bare(it, url.replace(/signature=./, 'signature=_'))).status).toBe(403);
    expect((await bare(it, url.split('?')[0] ?? '')).status).toBe(403);
    await it.clock.advance(24 * 60 * 60 * 1000 - VIDEO_MS);
    expect((await bare(it, url)).status).toBe(200);
    await it.clock.advance(VIDEO_MS);
    const expired = await bare(it, url);
    expect(expired.status).toBe(403);
    expect(await json(expired)).toMatchObject({ error: { code: 'permission_denied' } });
  });

  test('leads to where its request came in, below the base path', async () => {
    const it = rig({ baseUrl: 'https://gateway.test/upstream/' });
    const { task_id } = await json(
      await it.gateway.fetch(
        new Request('http://localhost:9/upstream/v1/tasks/submit', {
          method: 'POST',
          headers: { 'x-api-key': it.gateway.apiKey },
          body: JSON.stringify({ model: 'seedream-v5lite', prompt: 'A kettle' }),
        }),
      ),
    );
    await it.clock.advance(10_000);
    const { result } = await json(await it.post('/v1/tasks/query', { task_id }));
    expect(result.image_url).toMatch(/^http:\/\/localhost:9\/upstream\/assets\//);
    const { width } = await sharp(Buffer.from(await (await bare(it, result.image_url)).arrayBuffer())).metadata();
    expect(width).toBe(1024);
  });

  test('leads to `assetBaseUrl` when there is one', async () => {
    const it = rig({ assetBaseUrl: 'https://cdn.test/x' });
    expect(await videoUrl(it)).toMatch(/^https:\/\/cdn\.test\/x\/assets\//);
  });
});
