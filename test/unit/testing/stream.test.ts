import { expect, test } from 'vitest';
import { rig, settled, submit, VIDEO_MS } from './setup.js';

/** Everything that has arrived so far, as text. */
function listen(response: Response) {
  const heard = { text: '', ended: false, error: undefined as unknown };
  const reader = (response.body as NonNullable<Response['body']>).pipeThrough(new TextDecoderStream()).getReader();
  const read = async (): Promise<void> => {
    const { done, value } = await reader.read();
    if (done) heard.ended = true;
    else {
      heard.text += value;
      return read();
    }
  };
  read().catch((error: unknown) => {
    heard.error = error;
  });
  return { heard, leave: () => reader.cancel() };
}

const frames = (text: string) => text.split('\n\n').flatMap((frame) => (frame.startsWith('data: ') ? [JSON.parse(frame.slice(6))] : []));

test('says the state at once, then each change, and ends after the last', async () => {
  const it = rig();
  const { task_id } = await submit(it);
  const response = await it.get(`/v1/tasks/stream/${task_id}`);
  expect(response.headers.get('content-type')).toMatch('text/event-stream');
  const { heard } = listen(response);
  await settled();
  expect(frames(heard.text)).toEqual([{ task_id, status: 'queued' }]);
  await it.clock.advance(VIDEO_MS);
  expect(frames(heard.text).map(({ status }) => status)).toEqual(['queued', 'running', 'completed']);
  expect(frames(heard.text).at(-1).result.video_url).toMatch(/\.mp4/);
  expect(heard.ended).toBe(true);
  expect(it.clock.waiting).toBe(0);
});

test('of a task that has ended says so and ends', async () => {
  const it = rig();
  const { task_id } = await submit(it);
  await it.post('/v1/tasks/cancel', { task_id });
  expect(frames(await (await it.get(`/v1/tasks/stream/${task_id}`)).text())).toMatchObject([{ status: 'cancelled' }]);
});

test('beats every ten real seconds, whatever the speed', async () => {
  const it = rig({ speed: 100 });
  const { task_id } = await submit(it, { prompt: 'Tide [stall]' });
  const { heard } = listen(await it.get(`/v1/tasks/stream/${task_id}`));
  await it.clock.advance(30_000);
  expect(heard.text.match(/^: heartbeat$/gm)).toHaveLength(3);
});

test('that is left, or whose request is aborted, waits for nothing more', async () => {
  const it = rig();
  const { task_id } = await submit(it, { prompt: 'Tide [queue]' });
  expect(it.clock.waiting).toBe(0);
  const abort = new AbortController();
  const left = listen(await it.get(`/v1/tasks/stream/${task_id}`));
  const aborted = listen(await it.get(`/v1/tasks/stream/${task_id}`, { signal: abort.signal }));
  expect(it.clock.waiting).toBe(2);
  await left.leave();
  abort.abort();
  await settled();
  expect(it.clock.waiting).toBe(0);
  expect(aborted.heard.error).toMatchObject({ name: 'AbortError' });
});

test('breaks when the gateway is disposed of, and no request is let in any more', async () => {
  const it = rig();
  const { task_id } = await submit(it);
  const streams = await Promise.all(Array.from({ length: 30 }, async () => listen(await it.get(`/v1/tasks/stream/${task_id}`))));
  const image = it.post('/v1/images/generations', { model: 'nano-banana', prompt: 'A kettle' });
  await settled();
  it.gateway.dispose();
  await expect(image).rejects.toThrow(TypeError);
  await expect(it.get('/v1/models')).rejects.toThrow('disposed');
  await settled();
  expect(streams.map(({ heard }) => heard.error)).toEqual(Array.from({ length: 30 }, () => expect.any(TypeError)));
  expect(it.clock.waiting).toBe(0);
});

test('of an unknown task is a 404', async () => {
  const { get } = rig();
  expect((await get('/v1/tasks/stream/task_0')).status).toBe(404);
});
