import type { Fault } from 'bytespike-react/testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createTaskList } from '../../../src/core/places/history.js';
import { createVideoRun } from '../../../src/core/places/task-place.js';
import { createMemoryStorage } from '../../support/memory-storage.js';
import { simulate } from '../../support/simulation.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const REQUEST = { model: 'veo-3.1-fast', prompt: '[stall] tide', durationSeconds: 4 };
const refusal = (status: number, times: number | 'always' = 'always'): Fault => ({ kind: 'status', status, on: '/v1/tasks/*', times });
const streamless: Fault = { kind: 'status', status: 501, on: '/v1/tasks/stream/*', times: 'always' };
const refusals = [400, 401, 403, 404, 405, 410, 422];

const settled = (promise: Promise<unknown>) => {
  const outcome: { error?: unknown } = {};
  promise.catch((error: unknown) => (outcome.error = error));
  return outcome;
};

describe.each(refusals)('a task whose reads are answered %d', (status) => {
  it('ends a resume with that error, and is asked for less and less', async () => {
    const { client, clock, gateway } = simulate({ gateway: { faults: [refusal(status)] } });
    const run = createVideoRun(client, {});
    onTestFinished(run.subscribe(() => {}));
    const resumed = settled(run.resume('a/b'));
    await clock.advance(MINUTE);
    expect(resumed.error).toMatchObject({ status });
    expect(run.get()).toMatchObject({ status: 'unknown', connection: 'idle', error: { status }, cost: { billed: 'unknown' } });
    const asked = gateway.requests.length;
    await clock.advance(3 * HOUR);
    expect(gateway.requests.length - asked).toBeLessThan(10);
  });

  it('shows it where a place watches it by its id', async () => {
    const { client, clock } = simulate({ gateway: { faults: [refusal(status)] } });
    const run = createVideoRun(client, { taskId: 'a/b' });
    onTestFinished(run.subscribe(() => {}));
    run.start();
    await clock.advance(MINUTE);
    expect(run.get()).toMatchObject({ status: 'unknown', error: { status } });
  });

  it('ends the watch of one that was seen before', async () => {
    const { client, clock, gateway } = simulate({ gateway: { faults: [streamless] } });
    const run = createVideoRun(client, {});
    onTestFinished(run.subscribe(() => {}));
    const submitted = settled(run.submit(REQUEST));
    await clock.advance(5000);
    gateway.inject(refusal(status));
    const followed = settled(client.tasks.follow(run.get().task!.taskId));
    await clock.advance(5 * MINUTE);
    expect(submitted.error).toMatchObject({ status });
    expect(followed.error).toMatchObject({ status });
    expect(run.get()).toMatchObject({ status: 'unknown', task: { status: expect.stringMatching(/queued|running/) } });
  });
});

describe('a session that ends and is renewed', () => {
  it('loses nothing from sight: what is on the page, and what is in the history, goes on', async () => {
    const storage = createMemoryStorage();
    const { client, clock, gateway, reload } = simulate({ client: { storage }, gateway: { faults: [streamless] } });
    const first = createVideoRun(client, { persist: 'clip' });
    onTestFinished(first.subscribe(() => {}));
    first.submit({ ...REQUEST, prompt: 'tide' }).catch(() => {});
    await clock.advance(3000);
    const later = reload();
    const [run, list] = [createVideoRun(later, { persist: 'clip' }), createTaskList(later)];
    onTestFinished(run.subscribe(() => {}));
    onTestFinished(list.subscribe(() => {}));
    run.start();
    const back = gateway.inject(refusal(401));
    await clock.advance(3 * MINUTE);
    expect(run.get()).toMatchObject({ status: 'unknown', error: { status: 401 } });
    expect(list.get()).toMatchObject([{ snapshot: { status: expect.stringMatching(/queued|running/) } }]);
    back();
    await clock.advance(10 * MINUTE);
    expect(run.get()).toMatchObject({ status: 'completed', error: undefined });
    expect(list.get()).toMatchObject([{ snapshot: { status: 'completed' } }]);
  });

  it('goes on in the history without a place that shows it', async () => {
    const { client, clock, gateway } = simulate();
    const accepted = client.tasks.submit({ ...REQUEST, prompt: 'tide' });
    await clock.advance(100);
    await accepted;
    const list = createTaskList(client);
    onTestFinished(list.subscribe(() => {}));
    const back = gateway.inject(refusal(401));
    await clock.advance(3 * MINUTE);
    back();
    await clock.advance(3 * MINUTE);
    expect(list.get()).toMatchObject([{ snapshot: { status: 'completed' } }]);
  });
});
