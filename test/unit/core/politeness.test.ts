import type { Client } from 'bytespike-react';
import type { Fault } from 'bytespike-react/testing';
import { describe, expect, it } from 'vitest';
import { createVideoRun } from '../../../src/core/places/task-place.js';
import { createMemoryStorage } from '../../support/memory-storage.js';
import { simulate, type Simulation } from '../../support/simulation.js';

const REQUEST = { model: 'veo-3.1-fast', prompt: '[stall] tide', durationSeconds: 4 };
const DAY = 86_400_000;

interface Operation {
  name: string;
  path: string;
  run(client: Client, taskId: string): Promise<unknown>;
}

const operations: readonly Operation[] = [
  { name: 'submit', path: '/v1/tasks/submit', run: ({ tasks }) => tasks.submit(REQUEST) },
  { name: 'query', path: '/v1/tasks/query', run: ({ tasks }, taskId) => tasks.query(taskId) },
  { name: 'cancel', path: '/v1/tasks/cancel', run: ({ tasks }, taskId) => tasks.cancel(taskId) },
  {
    name: 'images.generate',
    path: '/v1/images/generations',
    run: ({ images }) => images.generate({ model: 'seedream-v5lite', prompt: 'tide' }),
  },
];

/** A task that renders for ever, at a moment that is no whole second. */
async function started(simulation: Simulation): Promise<string> {
  const submitted = simulation.client.tasks.submit(REQUEST);
  await simulation.clock.advance(437);
  return (await submitted).taskId;
}

/** Lets time pass on a page that somebody switches to and from all the while. */
async function advanceWaking({ clock, page }: Simulation, ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 700) {
    await clock.advance(700);
    page.wake();
  }
}

/** When requests of this kind arrived since `since`, an index into all. */
const arrivals = ({ gateway }: Simulation, path: RegExp, since = 0) =>
  gateway.requests
    .slice(since)
    .filter((request) => path.test(request.path))
    .map(({ at }) => at);

/** What asked of a task while one of the first `refusals` to `aimed` still asked for silence. */
function tooEarly({ gateway }: Simulation, aimed: RegExp, refusals: number, seconds: number, since = 0): string[] {
  const asked = gateway.requests.slice(since).filter(({ path }) => /query|stream/.test(path));
  const refused = asked.filter(({ path }) => aimed.test(path)).slice(0, refusals);
  expect(refused).toHaveLength(refusals);
  return refused.flatMap((refusal) =>
    asked
      .slice(asked.indexOf(refusal) + 1)
      .filter(({ at }) => at < refusal.at + seconds * 1000)
      .map(({ path, at }) => `${path} ${at - refusal.at} ms after the refusal`),
  );
}

const forms = ['seconds', 'date', 'reset'] as const;
const clocks: readonly { clock: string; skew: Fault[] }[] = [
  { clock: 'the right time', skew: [] },
  { clock: 'a clock a day ahead', skew: [{ kind: 'clock-skew', ms: DAY, times: 'always' }] },
  { clock: 'a clock a day behind', skew: [{ kind: 'clock-skew', ms: -DAY, times: 'always' }] },
];
const askings = clocks.flatMap((clock) => forms.map((as) => ({ as, ...clock })));

describe.each(askings)('a gateway that asks for silence, told as $as with $clock', ({ as, skew }) => {
  const limit = (path: string, seconds: number, times: number): Fault => ({ kind: 'rate-limit', seconds, as, on: path, times });

  it.each(operations)('is left alone by $name for that long, then asked again', async ({ path, run }) => {
    const simulation = simulate({ gateway: { faults: skew } });
    const taskId = await started(simulation);
    const since = simulation.gateway.requests.length;
    simulation.gateway.inject(limit(path, 20, 2));
    const outcome = run(simulation.client, taskId);
    await advanceWaking(simulation, 5 * 60_000);
    await outcome;
    const [first = 0, second = 0, third = 0, ...more] = arrivals(simulation, new RegExp(`^${path}`), since);
    expect(second - first).toBeGreaterThanOrEqual(20_000);
    expect(third - second).toBeGreaterThanOrEqual(20_000);
    expect(more).toEqual([]);
  });

  it.each(operations)('is left alone by $name, which says when to come back, when that is long', async ({ path, run }) => {
    const simulation = simulate({ gateway: { faults: skew } });
    const taskId = await started(simulation);
    const since = simulation.gateway.requests.length;
    simulation.gateway.inject(limit(path, 90, 1));
    const asked = simulation.clock.wallNow();
    const outcome = run(simulation.client, taskId).catch((error: unknown) => error);
    await advanceWaking(simulation, 5 * 60_000);
    expect(await outcome).toMatchObject({ code: 'rate_limit_exceeded', billed: 'no', retryable: true });
    const { retryAt } = (await outcome) as { retryAt: number };
    expect(retryAt - asked).toBeGreaterThanOrEqual(90_000);
    expect(retryAt - asked).toBeLessThan(92_000);
    expect(arrivals(simulation, new RegExp(`^${path}`), since)).toHaveLength(1);
  });

  it('hears nothing of a follow whose stream it refused', async () => {
    const simulation = simulate({ gateway: { faults: skew } });
    const taskId = await started(simulation);
    simulation.gateway.inject(limit('/v1/tasks/stream/*', 90, 2));
    const stop = simulation.client.tasks.watch(taskId, () => {});
    await advanceWaking(simulation, 5 * 60_000);
    expect(tooEarly(simulation, /stream/, 2, 90)).toEqual([]);
    stop();
  });

  it('hears nothing of a follow whose read it refused', async () => {
    const streamless: Fault = { kind: 'status', status: 501, on: '/v1/tasks/stream/*', times: 'always' };
    const simulation = simulate({ gateway: { faults: [...skew, streamless] } });
    const taskId = await started(simulation);
    simulation.gateway.inject(limit('/v1/tasks/query', 90, 3));
    const stop = simulation.client.tasks.watch(taskId, () => {});
    await advanceWaking(simulation, 6 * 60_000);
    expect(tooEarly(simulation, /query/, 3, 90)).toEqual([]);
    stop();
  });

  it('hears nothing of a stream that goes on, however often the page wakes', async () => {
    const simulation = simulate({ gateway: { faults: skew } });
    const taskId = await started(simulation);
    const stop = simulation.client.tasks.watch(taskId, () => {});
    await simulation.clock.advance(1000);
    simulation.gateway.inject(limit('/v1/tasks/query', 90, 1));
    await advanceWaking(simulation, 3 * 60_000);
    expect(tooEarly(simulation, /query/, 1, 90)).toEqual([]);
    stop();
  });
});

describe('a silence that was asked of one', () => {
  const limit: Fault = { kind: 'rate-limit', seconds: 90, on: '/v1/tasks/query', times: 1 };

  it('is kept by all tasks that are followed', async () => {
    const simulation = simulate();
    const taskIds = await Promise.all(Array.from({ length: 6 }, () => started(simulation)));
    simulation.gateway.inject(limit);
    const stops = taskIds.map((taskId) => simulation.client.tasks.watch(taskId, () => {}));
    await advanceWaking(simulation, 3 * 60_000);
    expect(tooEarly(simulation, /query/, 1, 90)).toEqual([]);
    for (const stop of stops) stop();
  });

  it('is kept by one that gets a free place for a stream', async () => {
    const simulation = simulate();
    // One after another, so that some wake up from a rest while the silence goes on.
    const taskIds: string[] = [];
    while (taskIds.length < 6) taskIds.push(await started(simulation));
    const stops = taskIds.map((taskId) => simulation.client.tasks.watch(taskId, () => {}));
    await simulation.clock.advance(20_000);
    const since = simulation.gateway.requests.length;
    simulation.gateway.inject(limit);
    while (simulation.gateway.requests.length === since) await simulation.clock.advance(100);
    for (const stop of stops.slice(0, 3)) stop();
    await advanceWaking(simulation, 2 * 60_000);
    expect(tooEarly(simulation, /query/, 1, 90, since)).toEqual([]);
    for (const stop of stops.slice(3)) stop();
  });

  it('is kept by one that is watched only then', async () => {
    const simulation = simulate();
    const [first, second] = await Promise.all([started(simulation), started(simulation)]);
    const stop = simulation.client.tasks.watch(first, () => {});
    await simulation.clock.advance(1000);
    simulation.gateway.inject(limit);
    simulation.page.wake();
    await simulation.clock.advance(1000);
    const stopSecond = simulation.client.tasks.watch(second, () => {});
    await advanceWaking(simulation, 2 * 60_000);
    expect(tooEarly(simulation, /query/, 1, 90)).toEqual([]);
    stop();
    stopSecond();
  });

  it('is kept while a lost submit is looked for', async () => {
    const faults: Fault[] = [{ kind: 'reset-after-body', on: '/v1/tasks/submit' }, { ...limit, times: 3 }];
    const simulation = simulate({ gateway: { faults } });
    const outcome = simulation.client.tasks.submit(REQUEST).catch((error: unknown) => error);
    await advanceWaking(simulation, 5 * 60_000);
    expect(await outcome).toMatchObject({ code: 'outcome_unknown' });
    expect(tooEarly(simulation, /query/, 1, 90)).toEqual([]);
  });

  it('is kept by a page that was loaded anew and looks for its submit', async () => {
    const storage = createMemoryStorage();
    const simulation = simulate({ client: { storage } });
    createVideoRun(simulation.client, { persist: 'clip' }).submit(REQUEST).catch(() => {});
    // Gone before the answer could come.
    const client = simulation.reload();
    await simulation.clock.advance(437);
    simulation.gateway.inject({ ...limit, times: 4 });
    createVideoRun(client, { persist: 'clip' }).start();
    await advanceWaking(simulation, 80_000);
    expect(tooEarly(simulation, /query/, 1, 90)).toEqual([]);
  });
});

describe('a refusal for good', () => {
  const statuses = [400, 401, 402, 403, 404, 409, 413, 451];
  const answers = [
    { as: 'with the reason', fault: (status: number): Fault => ({ kind: 'status', status }) },
    { as: 'as a page', fault: (status: number): Fault => ({ kind: 'html', status }) },
  ];

  describe.each(answers)('$as', ({ fault }) => {
    it.each(operations.flatMap((operation) => statuses.map((status) => ({ status, ...operation }))))(
      'of $status ends $name after one request',
      async ({ status, path, run }) => {
        const simulation = simulate();
        const taskId = await started(simulation);
        const since = simulation.gateway.requests.length;
        simulation.gateway.inject({ ...fault(status), on: path, times: 'always' });
        const outcome = run(simulation.client, taskId).catch((error: unknown) => error);
        await simulation.clock.advance(10 * 60_000);
        expect(await outcome).toMatchObject({ status, billed: 'no', retryable: false });
        expect(simulation.gateway.requests.slice(since).map(({ path: asked }) => asked)).toEqual([path]);
      },
    );
  });
});
