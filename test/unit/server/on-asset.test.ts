import type { FinishedAsset } from 'bytespike-react/server';
import { describe, expect, it } from 'vitest';
import { createFinish } from '../../../src/server/results/finish.js';
import { isWorking } from '../../support/busy-crypto.js';
import { createManualClock } from '../../support/manual-clock.js';
import { CANARY, pageRequest, sealed, useBench } from './fixture.js';
import { sendJson } from './upstream.js';

const CDN = 'https://cdn.example';

describe('onAsset', () => {
  const bench = useBench();
  const reading = { task_id: 'task_0', status: 'completed', output: [{ type: 'image', url: `${CDN}/0` }, { type: 'image', url: `${CDN}/1` }] };
  const query = async () => pageRequest('GET', `/v1/tasks/query?task_id=${await sealed('task_0')}`);

  it('is told each result once, and says where it now is', async () => {
    bench.upstream.answer = (res) => sendJson(res, 200, reading);
    const told: [FinishedAsset, { userId: string }][] = [];
    const onAsset = async (...asset: [FinishedAsset, { userId: string }]) => {
      told.push(asset);
      return asset[0].index === 0 ? 'https://bucket.example/mine.png' : undefined;
    };
    const proxy = bench.proxy({ onAsset, assets: { hosts: ['cdn.example'] } });
    for (let round = 0; round < 3; round++) {
      const { output } = (await (await proxy(await query())).json()) as typeof reading;
      expect(output.map(({ url }) => url)).toEqual(['https://bucket.example/mine.png', expect.stringMatching(/^\/api\/bytespike\/assets\//)]);
    }
    expect(told).toEqual([0, 1].map((index) => [{ kind: 'image', url: `${CDN}/${index}`, index, taskId: 'task_0' }, { userId: 'user-1' }]));
  });

  it('that fails costs nobody a result, and is asked again', async () => {
    bench.upstream.answer = (res) => sendJson(res, 200, reading);
    let calls = 0;
    const onAsset = () => {
      calls++;
      throw new Error(CANARY);
    };
    const proxy = bench.proxy({ onAsset });
    for (let round = 1; round <= 2; round++) {
      expect(await (await proxy(await query())).json()).toMatchObject({ output: reading.output });
      expect(calls).toBe(2 * round);
    }
    expect(JSON.stringify(bench.logged)).toContain('`onAsset` failed');
    expect(JSON.stringify(bench.logged)).not.toContain(CANARY);
  });

  it('is waited for a minute at most', async () => {
    bench.upstream.answer = (res) => sendJson(res, 200, reading);
    const clock = createManualClock(undefined, isWorking);
    const proxy = bench.proxy({ onAsset: () => new Promise<string>(() => {}), clock });
    const answered = proxy(await query());
    while (clock.pending < 2) await new Promise<void>((resolve) => setImmediate(resolve));
    await clock.advance(60_000);
    expect(await (await answered).json()).toMatchObject({ output: reading.output });
    expect(clock.pending).toBe(0);
  });

  it('has told ten thousand results; of more, the one that was told first is told again', async () => {
    const told: unknown[] = [];
    const finish = createFinish({ onAsset: ({ taskId }) => void told.push(taskId), links: undefined, clock: createManualClock(), logger: undefined })!;
    const tell = (task: number) => finish(reading, { userId: 'ann', taskId: `task_${task}`, model: undefined });
    // Each reading names two.
    for (let task = 0; task < 5000; task++) await tell(task);
    await tell(0);
    expect(told).toHaveLength(10_000);
    await tell(5000);
    await tell(1);
    expect(told).toHaveLength(10_002);
    await tell(0);
    expect(told.slice(10_002)).toEqual(['task_0', 'task_0']);
  });
});
