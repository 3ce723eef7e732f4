import { createSimulatedGateway } from 'bytespike-react/testing';
import { expect, test, vi } from 'vitest';
import { isBytespikeError } from '../../../src/core/base/errors.js';
import { sniff } from '../../../src/core/base/file-type.js';
import { json, rig, submit, VIDEO_MS } from './setup.js';

vi.mock('sharp', () => {
  throw new Error('Cannot find package');
});

test.each([0, -1, Number.NaN])('a speed of %d is refused', (speed) => {
  expect(() => createSimulatedGateway({ speed })).toThrow(RangeError);
});

test('a speed that is a function is asked for each generation, and is refused as others are', async () => {
  let speed = 1;
  const it = rig({ speed: () => speed });
  const slow = await submit(it);
  speed = 1000;
  const quick = await submit(it);
  await it.clock.advance(1000);
  const statusOf = async ({ task_id }: { task_id: string }) => (await json(await it.post('/v1/tasks/query', { task_id }))).status;
  expect([await statusOf(slow), await statusOf(quick)]).toEqual(['queued', 'completed']);
  expect(() => createSimulatedGateway({ speed: () => 0 })).toThrow(RangeError);
});

/** What comes for the picture's link. */
async function picture(request: object): Promise<Response | Error> {
  const it = rig();
  const answer = it.post('/v1/images/generations', { prompt: 'A kettle', ...request });
  await it.clock.advance(30_000);
  const { data } = await json(await answer);
  return it.gateway.fetch(new Request(data[0].url)).catch((error: Error) => error);
}

test('without sharp a PNG is drawn all the same', async () => {
  const answer = (await picture({ model: 'nano-banana' })) as Response;
  expect(answer.headers.get('content-type')).toBe('image/png');
  const bytes = new Uint8Array(await answer.arrayBuffer());
  expect(sniff(bytes)).toBe('image/png');
});

test('without sharp a picture of another format says what to install', async () => {
  const failure = await picture({ model: 'gpt-image-2', output_format: 'webp' });
  expect(isBytespikeError(failure)).toBe(true);
  expect(failure).toMatchObject({ code: 'invalid_config', message: expect.stringContaining('npm install --save-dev sharp') });
});

test('without sharp a clip that begins with a picture is one of those that are there', async () => {
  const fetchImage = vi.fn<() => Promise<Response>>();
  const it = rig({ fetchImage });
  const { task_id } = await submit(it, { image_url: 'https://files.example/photo' });
  await it.clock.advance(VIDEO_MS);
  const { result } = await json(await it.post('/v1/tasks/query', { task_id }));
  expect((await it.gateway.fetch(new Request(result.video_url))).headers.get('content-type')).toBe('video/mp4');
  expect(fetchImage).not.toHaveBeenCalled();
});

test('a base address with a path answers below it, and at the root', async () => {
  const it = rig({ baseUrl: 'https://gateway.test/upstream' });
  expect((await it.get('/v1/models')).status).toBe(200);
  expect((await it.get('https://gateway.test/v1/models')).status).toBe(200);
  expect(it.gateway.requests.map(({ path }) => path)).toEqual(['/v1/models', '/v1/models']);
});
