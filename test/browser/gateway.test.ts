import { createSimulatedGateway } from 'bytespike-react/testing';
import { expect, onTestFinished, test, vi } from 'vitest';

function hurried() {
  const gateway = createSimulatedGateway({ speed: 200 });
  onTestFinished(() => gateway.dispose());
  const call = async (path: string, body?: object) => {
    const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    const headers = { authorization: `Bearer ${gateway.apiKey}` };
    const response = await gateway.fetch(new Request(`${gateway.baseUrl}${path}`, { headers, ...init }));
    return response.json();
  };
  return { gateway, call };
}

async function loaded(url: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = url;
  await image.decode();
  return image;
}

test.each([
  ['png', '1024x1536'],
  ['webp', '1536x1024'],
  ['jpeg', '1024x1024'],
])('a %s of %s decodes at its size', async (format, size) => {
  const { call } = hurried();
  const { data } = await call('/v1/images/generations', { model: 'gpt-image-2', prompt: 'A kettle 茶', size, output_format: format, n: 2 });
  expect(data[0].url).toMatch(/^blob:/);
  expect(data[1].url).not.toBe(data[0].url);
  const image = await loaded(data[0].url);
  expect(`${image.naturalWidth}x${image.naturalHeight}`).toBe(size);
  expect((await (await fetch(data[0].url)).blob()).type).toBe(`image/${format}`);
});

// It waits for a moment in which the page has nothing to do: seconds, on one that moves.
test.each(['png', 'jpeg', 'webp'])('a %s does not wait for the browser’s own encoder', async (format) => {
  const encoders = [vi.spyOn(OffscreenCanvas.prototype, 'convertToBlob'), vi.spyOn(HTMLCanvasElement.prototype, 'toBlob')];
  onTestFinished(() => encoders.forEach((encoder) => encoder.mockRestore()));
  const { call } = hurried();
  const { data } = await call('/v1/images/generations', { model: 'gpt-image-2', prompt: `A kettle that nothing has drawn as ${format} before`, size: '1024x1024', output_format: format });
  expect((await loaded(data[0].url)).naturalWidth).toBe(1024);
  for (const encoder of encoders) expect(encoder).not.toHaveBeenCalled();
});

test.each([
  ['16:9', 1280, 720, ''],
  ['9:16', 720, 1280, ''],
  ['1:1', 720, 720, ''],
  ['16:9', 1280, 720, '[webm]'],
])('a video of %s plays at %ix%i %s', async (aspect_ratio, width, height, word) => {
  const { gateway, call } = hurried();
  const { task_id } = await call('/v1/tasks/submit', { model: 'seedance-fast', prompt: `Tide ${word}`, duration_seconds: 4, aspect_ratio });
  const url = await followed(gateway, task_id);
  const video = document.createElement('video');
  video.muted = true;
  video.src = url;
  document.body.append(video);
  onTestFinished(() => video.remove());
  await video.play();
  await expect.poll(() => video.currentTime).toBeGreaterThan(0);
  expect([video.videoWidth, video.videoHeight]).toEqual([width, height]);
  expect(video.duration).toBeCloseTo(5, 0);
});

/** Reads the task's stream to its end, for the link of its last frame. */
async function followed(gateway: ReturnType<typeof createSimulatedGateway>, taskId: string): Promise<string> {
  const headers = { authorization: `Bearer ${gateway.apiKey}` };
  const stream = await gateway.fetch(new Request(`${gateway.baseUrl}/v1/tasks/stream/${taskId}`, { headers }));
  const last = (await stream.text()).trim().split('\n\n').at(-1) ?? '';
  return JSON.parse(last.replace(/^data: /, '')).result.video_url;
}

test('dispose revokes the links it made, once nobody reads them any more', async () => {
  const { gateway, call } = hurried();
  const { data } = await call('/v1/images/generations', { model: 'seedream-v4', prompt: 'A kettle' });
  await loaded(data[0].url);
  const read = () => fetch(data[0].url).then(() => 'open', () => 'gone');
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  gateway.dispose();
  expect(await read()).toBe('open');
  vi.advanceTimersByTime(10_000);
  vi.useRealTimers();
  await expect.poll(read).toBe('gone');
});

test('links are served when an address for them is given', async () => {
  const gateway = createSimulatedGateway({ speed: 200, assetBaseUrl: `${location.origin}/bytespike` });
  onTestFinished(() => gateway.dispose());
  const response = await gateway.fetch(
    new Request(`${gateway.baseUrl}/v1/images/generations`, {
      method: 'POST',
      headers: { 'x-api-key': gateway.apiKey },
      body: JSON.stringify({ model: 'seedream-v4', prompt: 'A kettle' }),
    }),
  );
  const { data } = await response.json();
  expect(data[0].url).toContain(`${location.origin}/bytespike/assets/`);
  const asset = await gateway.fetch(new Request(data[0].url));
  expect((await createImageBitmap(await asset.blob())).width).toBe(1024);
});
