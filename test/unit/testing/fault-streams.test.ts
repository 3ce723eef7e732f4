import type { Fault } from 'bytespike-react/testing';
import { expect, test } from 'vitest';
import { type Answer, rig, settled, submit, VIDEO_MS } from './setup.js';

/** The stream of one task to its end, under a fault. */
async function stream(fault: Fault, init: RequestInit = {}) {
  const it = rig({ faults: [{ on: '/v1/tasks/stream/*', ...fault } as Fault] });
  const { task_id } = await submit(it);
  const response = await it.get(`/v1/tasks/stream/${task_id}`, init);
  const heard = { chunks: [] as Uint8Array[], ended: false, error: undefined as unknown };
  const reader = (response.body as NonNullable<Response['body']>).getReader();
  const read = async (): Promise<void> => {
    const { done, value } = await reader.read();
    if (done) heard.ended = true;
    else {
      heard.chunks.push(value);
      return read();
    }
  };
  read().catch((error: unknown) => {
    heard.error = error;
  });
  await settled();
  await it.clock.advance(VIDEO_MS);
  const bytes = Buffer.concat(heard.chunks);
  return { it, task_id, response, reader, heard, bytes, text: bytes.toString() };
}

const frames = (text: string): Answer[] =>
  text.split(/(?:\r\n|\r|\n){2}/).flatMap((frame) => (frame.includes('data: ') ? [JSON.parse(frame.slice(frame.indexOf('data: ') + 6))] : []));
const statuses = (text: string) => frames(text).map(({ status }) => status);

test.each([
  [{ kind: 'stale' }, ['queued', 'queued', 'running', 'queued', 'completed', 'running']],
  [{ kind: 'duplicate' }, ['queued', 'queued', 'running', 'running', 'completed', 'completed']],
  [{ kind: 'reorder' }, ['queued', 'completed', 'running']],
  [{ kind: 'unknown-status', word: 'warming' }, ['warming', 'warming', 'completed']],
  [{ kind: 'wrong-types', fields: ['status'] }, [7, 7, 7]],
] as const)('%j', async (fault, expected) => {
  const { text, heard, it } = await stream(fault as Fault);
  expect(statuses(text)).toEqual(expected);
  expect(heard.ended).toBe(true);
  expect(it.clock.waiting).toBe(0);
});

test('truncated cuts every frame, and leaves heartbeats', async () => {
  const { text } = await stream({ kind: 'truncated' });
  expect(() => frames(text)).toThrow(SyntaxError);
  expect(text.match(/^data: /gm)).toHaveLength(3);
  expect(text).toContain(': heartbeat\n\n');
});

test.each([
  [{ kind: 'status', status: 501 }, 501, 'application/json'],
  [{ kind: 'status', status: 404 }, 404, 'application/json'],
  [{ kind: 'html' }, 200, 'text/html'],
] as const)('is refused by %j', async (fault, status, type) => {
  const { response, text } = await stream(fault);
  expect([response.status, response.headers.get('content-type')?.split(';')[0]]).toEqual([status, type]);
  expect(text).not.toContain('data: ');
});

test('stream-cut breaks after so many bytes', async () => {
  const { bytes, heard, it } = await stream({ kind: 'stream-cut', bytes: 80 });
  expect(bytes).toHaveLength(80);
  expect(heard.error).toBeInstanceOf(TypeError);
  expect(it.clock.waiting).toBe(0);
});

test('stream-cut ends without an error when it is clean', async () => {
  const { bytes, heard, it } = await stream({ kind: 'stream-cut', bytes: 0, clean: true });
  expect([bytes.length, heard.ended]).toEqual([0, true]);
  expect(it.clock.waiting).toBe(0);
});

test('reset-within-answer breaks after one frame', async () => {
  const { text, heard } = await stream({ kind: 'reset-within-answer' });
  expect(statuses(text)).toEqual(['queued']);
  expect(heard.error).toBeInstanceOf(TypeError);
});

test.each([0, 1])('stream-silent says %i frames and then nothing, and stays open until it is left', async (count) => {
  const leave = new AbortController();
  const { text, heard, it } = await stream({ kind: 'stream-silent', frames: count }, { signal: leave.signal });
  expect(statuses(text)).toHaveLength(count);
  expect(text).not.toContain('heartbeat');
  expect([heard.ended, heard.error]).toEqual([false, undefined]);
  leave.abort();
  await settled();
  expect(heard.error).toMatchObject({ name: 'AbortError' });
  expect(it.clock.waiting).toBe(0);
});

test('stream-silent waits for nothing more once its reader has left', async () => {
  const it = rig({ faults: [{ kind: 'stream-silent' }] });
  const { task_id } = await submit(it, { prompt: 'Tide [queue]' });
  const response = await it.get(`/v1/tasks/stream/${task_id}`);
  await it.clock.advance(30_000);
  await response.body?.cancel();
  expect(it.clock.waiting).toBe(0);
});

test('stream-bom begins with a byte order mark, once', async () => {
  const { bytes, text } = await stream({ kind: 'stream-bom' });
  expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf');
  expect(text.match(/\uFEFF/g)).toHaveLength(1);
  expect(statuses(text)).toEqual(['queued', 'running', 'completed']);
});

test.each([
  ['stream-cr', '\r'],
  ['stream-crlf', '\r\n'],
] as const)('%s', async (kind, newline) => {
  const { text } = await stream({ kind });
  expect(text.replaceAll(newline, '')).not.toMatch(/[\r\n]/);
  expect(text).toContain(`${newline}${newline}`);
  expect(statuses(text)).toEqual(['queued', 'running', 'completed']);
});

test('stream-split cuts characters apart', async () => {
  const { text, heard } = await stream({ kind: 'stream-split' });
  expect(heard.chunks.every(({ length }) => length === 1)).toBe(true);
  expect(frames(text).map(({ status, note }) => `${status} ${note}`)).toEqual([
    'queued 描画中 🎨 naïve',
    'running 描画中 🎨 naïve',
    'completed 描画中 🎨 naïve',
  ]);
  const { heard: wider } = await stream({ kind: 'stream-split', bytes: 4, note: '水' });
  expect(Math.max(...wider.chunks.map(({ length }) => length))).toBe(4);
});
