import { createSimulatedGateway } from 'bytespike-react/testing';
import { expect, it, onTestFinished, vi } from 'vitest';
import { frameOf } from '../../src/core/uploads/frame-of.js';
import { PATIENT } from '../support/patience.js';
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

it('what a busy browser has found and does not show yet is waited for', async () => {
  const photo = await photoOf(400, 400);
  const clip = await clipOf('https://files.example/photo', async () => new Response(photo));
  let early = 3;
  const { drawImage } = CanvasRenderingContext2D.prototype;
  const drawing = vi.spyOn(CanvasRenderingContext2D.prototype, 'drawImage').mockImplementation(function (this: CanvasRenderingContext2D, ...given: unknown[]) {
    if (--early < 0) Reflect.apply(drawImage, this, given);
  });
  onTestFinished(() => drawing.mockRestore());
  const { picture } = await frameOf(clip, 'last');
  drawing.mockRestore();
  expect(await halvesOf(picture, false)).toEqual(['red', 'blue']);
});

it('a frame of before is not the one that was looked for, and a page that shows none is not waited for', async () => {
  const photo = await photoOf(400, 400);
  const clip = await clipOf('https://files.example/photo', async () => new Response(photo));
  const asked: VideoFrameRequestCallback[] = [];
  const showing = vi.spyOn(HTMLVideoElement.prototype, 'requestVideoFrameCallback').mockImplementation((callback) => asked.push(callback));
  onTestFinished(() => showing.mockRestore());
  const taken = frameOf(clip, 'last');
  await vi.waitFor(() => expect(asked).toHaveLength(1), PATIENT);
  asked[0]!(0, { mediaTime: 0 } as VideoFrameCallbackMetadata);
  expect(asked).toHaveLength(2);
  expect(await halvesOf((await taken).picture, false)).toEqual(['red', 'blue']);
});

it('a browser that refuses to tell of frames is given time, and a signal ends that at once', async () => {
  const photo = await photoOf(400, 400);
  const clip = await clipOf('https://files.example/photo', async () => new Response(photo));
  const stop = new AbortController();
  const showing = vi.spyOn(HTMLVideoElement.prototype, 'requestVideoFrameCallback').mockImplementation(() => {
    throw new DOMException('Not here.', 'NotAllowedError');
  });
  onTestFinished(() => showing.mockRestore());
  expect(await halvesOf((await frameOf(clip, 'last')).picture, false)).toEqual(['red', 'blue']);
  const drawing = vi.spyOn(CanvasRenderingContext2D.prototype, 'drawImage').mockImplementation(() => stop.abort());
  onTestFinished(() => drawing.mockRestore());
  await expect(frameOf(clip, 'last', stop.signal)).rejects.toMatchObject({ code: 'aborted' });
});
