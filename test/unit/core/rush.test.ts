import { describe, expect, it } from 'vitest';
import { createRush } from '../../../src/core/tasks/rush.js';
import { createManualClock } from '../../support/manual-clock.js';
import { simulate } from '../../support/simulation.js';

const REQUEST = { model: 'veo-3.1-fast', prompt: 'tide', durationSeconds: 4 } as const;

describe('a rush of submits', () => {
  it('keeps news waiting until few are on their way', async () => {
    const clock = createManualClock();
    const rush = createRush(clock);
    const answers: (() => void)[] = [];
    const submits = Array.from({ length: 4 }, () => rush.during(new Promise<void>((resolve) => answers.push(resolve))));
    const seen: string[] = [];
    const quiet = rush.quiet()!.then(() => seen.push('quiet'));
    answers[0]!();
    await submits[0];
    expect(seen).toEqual([]);
    answers[1]!();
    await submits[1];
    await quiet;
    expect([seen, clock.pending, rush.quiet()]).toEqual([['quiet'], 0, undefined]);
  });

  it('is over after a second, however long submits take, and a refused one is no longer on its way', async () => {
    const clock = createManualClock();
    const rush = createRush(clock);
    const refused = rush.during(Promise.reject(new Error('refused')));
    for (let number = 0; number < 3; number++) void rush.during(new Promise(() => {}));
    await expect(refused).rejects.toThrow('refused');
    const seen: string[] = [];
    void rush.quiet()!.then(() => seen.push('quiet'));
    await clock.advance(999);
    expect(seen).toEqual([]);
    await clock.advance(1);
    expect(seen).toEqual(['quiet']);
  });

  it('is asked by every follow before it says or reads anything', async () => {
    const { client, clock, gateway } = simulate();
    const first = client.tasks.submit({ ...REQUEST, prompt: '[stall]' });
    await clock.advance(100);
    const { taskId } = await first;
    gateway.inject({ kind: 'delay', ms: 20_000, on: 'POST /v1/tasks/submit', times: 3 });
    for (let number = 0; number < 3; number++) client.tasks.submit(REQUEST).catch(() => {});
    await clock.advance(10);
    const before = gateway.requests.length;
    const stop = client.tasks.watch(taskId, () => {});
    await clock.advance(900);
    expect(gateway.requests.slice(before)).toEqual([]);
    await clock.advance(200);
    expect(gateway.requests.slice(before)).toMatchObject([{ path: `/v1/tasks/stream/${taskId}` }]);
    stop();
  });
});
