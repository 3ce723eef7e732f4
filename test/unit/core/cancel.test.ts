import type { Fault } from 'bytespike-react/testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createImageRun } from '../../../src/core/places/image-run.js';
import { createVideoRun } from '../../../src/core/places/task-place.js';
import { createMemoryStorage } from '../../support/memory-storage.js';
import { simulate, type SimulationOptions } from '../../support/simulation.js';

const MINUTE = 60_000;
const VIDEO = { model: 'veo-3.1-fast', prompt: '[queue] tide', durationSeconds: 4 };
const IMAGE = { model: 'seedream-v5lite', prompt: '[queue] tide' } as const;
/** The answer to the submit takes a second: there is time for a cancel before it. */
const slow: Fault = { kind: 'delay', ms: 1000, on: 'POST /v1/tasks/submit' };

const outcomeOf = (promise: Promise<unknown>) => {
  const outcome: { value?: unknown; error?: unknown } = {};
  promise.then((value) => (outcome.value = value), (error: unknown) => (outcome.error = error));
  return outcome;
};

describe.each([{}, { proxied: {} }] satisfies SimulationOptions[])('a cancel, $proxied', (options) => {
  describe.each([0, 1, 500, 999, 1000, 1001, 3000])('%d ms after the click', (ms) => {
    it.each(['cover', undefined])('of an image via a task costs nothing, in the slot %s', async (persist) => {
      const { client, clock, gateway } = simulate({ gateway: { faults: [slow] }, ...options });
      const run = createImageRun(client, { via: 'task', persist });
      onTestFinished(run.subscribe(() => {}));
      const generated = outcomeOf(run.generate(IMAGE));
      if (ms > 0) await clock.advance(ms);
      const cancelled = outcomeOf(run.cancel());
      await clock.advance(5 * MINUTE);
      expect(cancelled).toEqual({ value: undefined });
      expect(generated.error).toMatchObject({ code: expect.stringMatching(/aborted|task_cancelled/), billed: 'no' });
      expect(run.get()).toMatchObject({ status: 'error', cost: { billed: 'no' } });
      expect(gateway.ledger.charges).toEqual([]);
    });

    it('of a clip costs nothing', async () => {
      const { client, clock, gateway } = simulate({ gateway: { faults: [slow] }, ...options });
      const run = createVideoRun(client, {});
      onTestFinished(run.subscribe(() => {}));
      const ended = outcomeOf(run.submit(VIDEO));
      if (ms > 0) await clock.advance(ms);
      const cancelled = outcomeOf(run.cancel());
      await clock.advance(5 * MINUTE);
      expect(cancelled.value).toMatchObject({ status: 'cancelled', cost: { billed: 'no' } });
      expect(ended.value).toMatchObject({ status: 'cancelled' });
      expect(run.get()).toMatchObject({ status: 'cancelled' });
      expect(gateway.ledger.charges).toEqual([]);
    });
  });

  it('in the tick of the submit waits for the id that its answer brings', async () => {
    const { client, clock, gateway } = simulate({ gateway: { faults: [slow] }, ...options });
    const run = createVideoRun(client, {});
    run.submit(VIDEO).catch(() => {});
    const begun = clock.trueNow();
    run.cancel().catch(() => {});
    expect(run.get().status).toBe('cancelling');
    await clock.advance(MINUTE);
    const [first, ...more] = gateway.requests.filter(({ path }) => path.endsWith('/cancel'));
    expect(first!.at - begun).toBeGreaterThanOrEqual(1000);
    expect(more).toEqual([]);
  });

  it('reaches a task of which a resumed place knows nothing but its id', async () => {
    const { client, clock, gateway, reload } = simulate({ gateway: { faults: [{ kind: 'status', status: 501, on: '/v1/tasks/stream/*', times: 'always' }] }, ...options });
    const submitted = client.tasks.submit(VIDEO);
    await clock.advance(100);
    const { taskId } = await submitted;
    const run = createVideoRun(reload(), {});
    onTestFinished(run.subscribe(() => {}));
    run.resume(taskId).catch(() => {});
    expect(run.get().task).toBeUndefined();
    const cancelled = outcomeOf(run.cancel());
    await clock.advance(MINUTE);
    expect(cancelled.value).toMatchObject({ status: 'cancelled' });
    expect(gateway.ledger.charges).toEqual([]);
  });
});

it('a cancel reaches a task whose submit a page that is gone sent', async () => {
  const storage = createMemoryStorage();
  const { client, clock, gateway, reload } = simulate({ client: { storage }, gateway: { faults: [slow] } });
  createVideoRun(client, { persist: 'clip' }).submit(VIDEO).catch(() => {});
  await clock.advance(500);
  const later = reload();
  const run = createVideoRun(later, { persist: 'clip' });
  onTestFinished(run.subscribe(() => {}));
  run.start();
  expect(run.get()).toMatchObject({ status: 'unknown', task: undefined });
  const cancelled = outcomeOf(run.cancel());
  await clock.advance(MINUTE);
  expect(cancelled.value).toMatchObject({ status: 'cancelled' });
  expect(run.get().status).toBe('cancelled');
  expect(gateway.ledger.charges).toEqual([]);
});

it('a cancel in the tick of the submit names the task by the id that its answer brings', async () => {
  const bodies: Promise<unknown>[] = [];
  const { client, clock } = simulate({
    gateway: { faults: [slow] },
    intercept(request) {
      if (request.url.endsWith('/cancel')) bodies.push(request.clone().json());
      return false;
    },
  });
  const run = createVideoRun(client, {});
  run.submit(VIDEO).catch(() => {});
  const cancelled = outcomeOf(run.cancel());
  await clock.advance(MINUTE);
  expect(cancelled.value).toMatchObject({ status: 'cancelled' });
  expect(await Promise.all(bodies)).toEqual([{ task_id: run.get().task?.taskId }]);
});

it('a cancel that came to nothing says so, and the task goes on', async () => {
  const { client, clock } = simulate({ gateway: { faults: [{ kind: 'status', status: 403, on: '/v1/tasks/cancel', times: 'always' }] } });
  const run = createVideoRun(client, {});
  onTestFinished(run.subscribe(() => {}));
  run.submit(VIDEO).catch(() => {});
  await clock.advance(100);
  const cancelled = outcomeOf(run.cancel());
  expect(run.get().status).toBe('cancelling');
  await clock.advance(100);
  expect(cancelled.error).toMatchObject({ status: 403 });
  expect(run.get()).toMatchObject({ status: 'queued', error: { status: 403 } });
});

it('a cancel of what was lost, and is there all the same, finds it by its key', async () => {
  const { client, clock, gateway } = simulate({
    gateway: { faults: [{ kind: 'reset-after-body', on: 'POST /v1/tasks/submit' }, { kind: 'status', status: 400, on: '/v1/tasks/query', times: 2 }] },
  });
  const run = createVideoRun(client, {});
  const ended = outcomeOf(run.submit(VIDEO));
  await clock.advance(MINUTE);
  expect(ended.error).toMatchObject({ billed: 'unknown' });
  expect(run.get()).toMatchObject({ status: 'unknown', task: undefined });
  const cancelled = outcomeOf(run.cancel());
  await clock.advance(MINUTE);
  expect(cancelled.value).toMatchObject({ status: 'cancelled' });
  expect(gateway.ledger.charges).toEqual([]);
});

it('a cancel of what was refused, or has ended, tells so or does nothing', async () => {
  const { client, clock, gateway } = simulate();
  const [clip, image] = [createVideoRun(client, {}), createImageRun(client, { via: 'task' })];
  for (const run of [clip, image]) onTestFinished(run.subscribe(() => {}));
  const [submitted, generated] = [outcomeOf(clip.submit({ ...VIDEO, prompt: '[broke]' })), outcomeOf(image.generate({ ...IMAGE, prompt: 'tide' }))];
  await clock.advance(5 * MINUTE);
  expect(submitted.error).toMatchObject({ code: 'insufficient_balance' });
  expect(generated.value).toMatchObject([{ kind: 'image' }]);
  const asked = gateway.requests.length;
  await expect(clip.cancel()).rejects.toMatchObject({ code: 'task_not_found' });
  await expect(image.cancel()).resolves.toBeUndefined();
  expect(gateway.requests).toHaveLength(asked);
});

describe('links of an image via a task', () => {
  it.each(['fresh', 'restored'])('are asked for anew before they die: %s', async (which) => {
    const storage = createMemoryStorage();
    const { client, clock, gateway, reload } = simulate({ client: { storage } });
    const slot = { via: 'task', persist: 'cover' } as const;
    const first = createImageRun(client, slot);
    const leave = first.subscribe(() => {});
    first.generate({ ...IMAGE, prompt: 'tide' }).catch(() => {});
    await clock.advance(5 * MINUTE);
    let run = first;
    if (which === 'restored') {
      leave();
      run = createImageRun(reload(), slot);
      onTestFinished(run.subscribe(() => {}));
      run.start();
      await clock.advance(MINUTE);
    } else onTestFinished(leave);
    const { expiresAt } = run.get().images[0]!;
    const asked = gateway.requests.length;
    await clock.advance(expiresAt! - clock.wallNow() - 11 * MINUTE);
    expect(gateway.requests).toHaveLength(asked);
    await clock.advance(2 * MINUTE);
    expect(gateway.requests.slice(asked)).toMatchObject([{ path: '/v1/tasks/query' }]);
    expect(run.get().status).toBe('success');
  });
});
