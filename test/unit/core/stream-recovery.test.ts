import type { TaskSnapshot } from 'bytespike-react';
import { describe, expect, it } from 'vitest';
import { readEventStream } from '../../../src/core/wire/event-stream.js';
import { simulate } from '../../support/simulation.js';

const FRAMES = [
  '{"task_id":"t1","status":"queued","note":"潮が満ちる"}',
  '{"task_id":"t1","status":"running","note":"描画中 🎨 naïve"}',
  '{"task_id":"t1","status":"completed","result_url":"https://cdn.example/é.mp4"}',
];
const [queued, running, completed] = FRAMES;
const SESSION = `: welcome\r\n\r\ndata: ${queued}\r\n\r\nevent: state\r\ndata: ${running}\r\n\r\n: heartbeat\r\n\r\ndata: ${completed}\r\n\r\n`;

async function framesOf(chunks: readonly Uint8Array[]): Promise<string> {
  const frames: string[] = [];
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
  await readEventStream(body, { onSound: () => {}, onData: (data) => frames.push(data) });
  return frames.join('\n');
}

describe('an event stream that the network cuts up', () => {
  const bytes = new TextEncoder().encode(SESSION);
  const expected = FRAMES.join('\n');

  it('gives the same frames for every cut and every two cuts', async () => {
    expect(bytes.length).toBeGreaterThan(200);
    const wrong: string[] = [];
    for (let first = 0; first <= bytes.length; first++) {
      // Where both cuts fall together there is one.
      for (let second = first; second <= bytes.length; second++) {
        const frames = await framesOf([bytes.subarray(0, first), bytes.subarray(first, second), bytes.subarray(second)]);
        if (frames !== expected) wrong.push(`${first}, ${second}: ${frames}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

const REQUEST = { model: 'veo-3.1-fast', prompt: 'tide over black rocks', durationSeconds: 4 };
/** Longer than any wait of this model, and than what a lost stream adds to it. */
const LONG_ENOUGH_MS = 120_000;

interface Watch {
  last: TaskSnapshot | undefined;
  completions: number;
}

/** One task from submit to end, whose first stream breaks after `cut` bytes. */
async function watch(cut?: { bytes: number; clean: boolean }): Promise<Watch> {
  const { client, clock, gateway } = simulate({ gateway: { faults: cut === undefined ? [] : [{ kind: 'stream-cut', ...cut }] } });
  const seen: Watch = { last: undefined, completions: 0 };
  const submitted = client.tasks.submit(REQUEST, { outTaskId: 'recovery' });
  await clock.advance(0);
  const { taskId } = await submitted;
  const stop = client.tasks.watch(taskId, ({ snapshot }) => {
    if (snapshot?.status === 'completed' && seen.last?.status !== 'completed') seen.completions++;
    seen.last = snapshot;
  });
  await clock.advance(LONG_ENOUGH_MS);
  stop();
  gateway.dispose();
  return seen;
}

/** Without what depends on when it was read. */
function timeless(snapshot: TaskSnapshot | undefined): unknown {
  const assets = snapshot?.assets.map(({ expiresAt: _, ...asset }) => asset);
  return { ...snapshot, submittedAt: undefined, completedAt: undefined, assets };
}

/** The bytes of the stream of a task from its submit to its end. */
async function wholeStream(): Promise<number> {
  const { client, clock, gateway } = simulate();
  const submitted = client.tasks.submit(REQUEST, { outTaskId: 'recovery' });
  await clock.advance(0);
  const { taskId } = await submitted;
  const headers = { 'x-api-key': gateway.apiKey };
  const answer = await gateway.fetch(new Request(`${gateway.baseUrl}/v1/tasks/stream/${taskId}`, { headers }));
  const [body] = await Promise.all([answer.arrayBuffer(), clock.advance(LONG_ENOUGH_MS)]);
  return body.byteLength;
}

describe('a task whose stream breaks', () => {
  it.each([
    { clean: true, how: 'ends too early' },
    { clean: false, how: 'is cut off' },
  ])('comes to the same end wherever it $how, and completes once', async ({ clean }) => {
    const expected = timeless((await watch()).last);
    expect(expected).toMatchObject({ status: 'completed', cost: { final: 0.21, billed: 'yes' } });
    const wrong: string[] = [];
    const length = await wholeStream();
    for (let bytes = 0; bytes <= length; bytes++) {
      const { last, completions } = await watch({ bytes, clean });
      const same = JSON.stringify(timeless(last)) === JSON.stringify(expected);
      if (!same || completions !== 1) wrong.push(`cut at ${bytes}: ${completions} completions, ${JSON.stringify(last)}`);
    }
    expect(wrong).toEqual([]);
  });
});
