import { createSimulatedGateway } from 'bytespike-react/testing';
import { expect, it, onTestFinished, vi } from 'vitest';
import { frameOf } from '../../src/core/uploads/frame-of.js';
import { halvesOf, photoOf } from '../support/photo.js';

const CLIP = { model: 'veo-3.1-fast', prompt: 'Tide', duration_seconds: 4, aspect_ratio: '1:1' };

async function clipOf(image_url: string, fetchImage?: () => Promise<Response>): Promise<string> {
  const gateway = createSimulatedGateway({ speed: 1000, fetchImage });
  onTestFinished(() => gateway.dispose());
  const post = async (path: string, body: object) => {
    const request = new Request(`${gateway.baseUrl}${path}`, { method: 'POST', headers: { authorization: `Bearer ${gateway.apiKey}` }, body: JSON.stringify(body) });
    return (await (await gateway.fetch(request)).json()) as { task_id: string; status: string; result: { video_url: string } };
  };
  const { task_id } = await post('/v1/tasks/submit', { ...CLIP, image_url });
  return vi.waitFor(async () => {
    const { status, result } = await post('/v1/tasks/query', { task_id });
    expect(status).toBe('completed');
    return result.video_url;
  });
}

it('a page’s gateway makes a clip of a picture, from its first frame to its last', async () => {
  const photo = await photoOf(400, 400);
  const clip = await clipOf('https://files.example/photo', async () => new Response(photo));
  const [first, middle, last] = await Promise.all([frameOf(clip, 0), frameOf(clip, 1), frameOf(clip, 'last')]);
  expect([first.seconds, middle.seconds, Math.round(last.seconds)]).toEqual([0, 1, 2]);
  for (const { picture } of [first, middle, last]) {
    expect(await halvesOf(picture, false)).toEqual(['red', 'blue']);
    const { width, height } = await createImageBitmap(picture);
    expect([width, height]).toEqual([720, 720]);
  }
});

it('what a page may not read makes a clip that knows nothing of it', async () => {
  const clip = await clipOf('https://files.example/photo', () => Promise.reject(new TypeError('Failed to fetch')));
  expect((await fetch(clip)).headers.get('content-type')).toBe('video/mp4');
});
