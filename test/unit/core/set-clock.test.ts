import type { Fault } from 'bytespike-react/testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import { lasting } from '../../../src/core/base/clock.js';
import { BytespikeError } from '../../../src/core/base/errors.js';
import { silenceOf } from '../../../src/core/base/retry-after.js';
import { createVideoRun } from '../../../src/core/places/task-place.js';
import { IMAGE, imagePages } from '../../support/image-pages.js';
import { createManualClock } from '../../support/manual-clock.js';
import { createManualPage } from '../../support/manual-page.js';
import { simulate, type Simulation } from '../../support/simulation.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const REQUEST = { model: 'veo-3.1-fast', prompt: '[stall] tide', durationSeconds: 4 };
const sets = [
  { set: 'back by an hour', by: -HOUR },
  { set: 'forward by an hour', by: HOUR },
  { set: 'back by a year', by: -365 * DAY },
];

const streamless: Fault = { kind: 'status', status: 501, on: '/v1/tasks/stream/*', times: 'always' };
const silence: Fault = { kind: 'status', status: 503, retryAfter: 20, on: '/v1/tasks/query', times: 1 };

const readsOf = ({ gateway }: Simulation, since = 0) => gateway.requests.slice(since).filter(({ path }) => path.includes('/query'));

async function submitted({ client, clock }: Simulation): Promise<string> {
  const accepted = client.tasks.submit(REQUEST);
  await clock.advance(100);
  return (await accepted).taskId;
}

describe.each(sets)('a clock that is set $set', ({ by }) => {
  it('changes nothing of a silence that was asked for before', async () => {
    const simulation = simulate({ gateway: { faults: [streamless, silence] } });
    const stop = simulation.client.tasks.watch(await submitted(simulation), () => {});
    onTestFinished(stop);
    while (readsOf(simulation).length === 0) await simulation.clock.advance(100);
    const [refused] = readsOf(simulation);
    simulation.clock.set(by);
    await simulation.clock.advance(MINUTE);
    const [next] = readsOf(simulation, simulation.gateway.requests.length - readsOf(simulation).length).slice(1);
    expect(next!.at - refused!.at).toBeGreaterThanOrEqual(20_000);
    expect(next!.at - refused!.at).toBeLessThan(25_000);
  });

  it('changes nothing of when what is unknown is looked up again', async () => {
    const lost: Fault[] = [{ kind: 'reset-after-body', on: '/v1/tasks/submit' }, { ...silence, retryAfter: 40 }];
    const simulation = simulate({ gateway: { faults: lost } });
    const run = createVideoRun(simulation.client, {});
    onTestFinished(run.subscribe(() => {}));
    run.submit(REQUEST).catch(() => {});
    while (run.get().status !== 'unknown') await simulation.clock.advance(100);
    simulation.clock.set(by);
    await simulation.clock.advance(39_000);
    expect(readsOf(simulation)).toHaveLength(1);
    await simulation.clock.advance(2000);
    expect(run.get().status).toMatch(/queued|running/);
  });

  it('changes nothing of when a stream that was refused is tried again', async () => {
    const refused: Fault = { kind: 'status', status: 503, retryAfter: 30, on: '/v1/tasks/stream/*' };
    const simulation = simulate({ gateway: { faults: [refused] } });
    onTestFinished(simulation.client.tasks.watch(await submitted(simulation), () => {}));
    const streams = () => simulation.gateway.requests.filter(({ path }) => path.includes('/stream/')).length;
    while (streams() === 0) await simulation.clock.advance(100);
    simulation.clock.set(by);
    await simulation.clock.advance(28_000);
    expect(streams()).toBe(1);
    await simulation.clock.advance(10_000);
    expect(streams()).toBe(2);
  });

  it('changes nothing of how often a task is read', async () => {
    const simulation = simulate({ gateway: { faults: [streamless] } });
    onTestFinished(simulation.client.tasks.watch(await submitted(simulation), () => {}));
    await simulation.clock.advance(1000);
    simulation.clock.set(by);
    await simulation.clock.advance(MINUTE);
    expect(readsOf(simulation).length).toBeGreaterThan(5);
  });

  it('lets the page go by the clock of the server, which nobody set', async () => {
    const simulation = simulate();
    await submitted(simulation);
    simulation.clock.set(by);
    await simulation.clock.advance(MINUTE);
    expect(Math.abs(simulation.client.serverNow() - simulation.clock.trueNow())).toBeLessThan(2000);
  });

  it('makes nobody wait longer for an image of another tab', async () => {
    const pages = imagePages();
    const first = pages.open();
    void first.run.generate({ ...IMAGE, prompt: '[slow] tide' }).catch(() => {});
    await pages.clock.advance(500);
    pages.clock.set(by);
    // Frozen: it keeps its locks and does nothing.
    first.client.clock.setTimeout = () => undefined;
    const { run } = pages.open();
    pages.gateway.dispose();
    await pages.clock.advance(11 * MINUTE);
    expect(run.get().status).toBe('unknown');
  });
});

describe('a silence', () => {
  it.each([-HOUR, HOUR])('ends when it should, however often it is looked at, with a clock that is set by %d ms', async (by) => {
    const clock = createManualClock();
    const refusal = new BytespikeError({ code: 'rate_limit_exceeded', message: 'busy', retryAt: clock.wallNow() + 20_000 });
    const lost = new BytespikeError({ code: 'outcome_unknown', message: 'lost', cause: refusal });
    expect([refusal, lost].map((error) => silenceOf(clock, error))).toEqual([20_000, 20_000]);
    clock.set(by);
    await clock.advance(5000);
    expect([refusal, lost].map((error) => silenceOf(clock, error))).toEqual([15_000, 15_000]);
    await clock.advance(30_000);
    expect(silenceOf(clock, refusal)).toBe(0);
  });
});

it.each([0, HOUR, -HOUR])('a tab that takes over later goes by the age that the task had, with a clock that is set by %d ms', async (by) => {
  const claims: (() => void)[] = [];
  const locks = { request: (_: string, __: LockOptions, run: () => unknown) => new Promise<void>((resolve) => claims.push(() => resolve(run() as void))) };
  const channel = { postMessage() {}, close() {} };
  // The rest of both interfaces is not asked for anything.
  const tabs = { locks: locks as unknown as LockManager, openChannel: () => channel as unknown as BroadcastChannel };
  const page = Object.assign(createManualPage(), { tabs, hidden: true });
  const simulation = simulate({ gateway: { faults: [streamless] }, client: { environment: page } });
  onTestFinished(simulation.client.tasks.watch(await submitted(simulation), () => {}));
  await simulation.clock.advance(1000);
  simulation.clock.set(by);
  page.hidden = false;
  for (const begin of claims) begin();
  await simulation.clock.advance(30_000);
  expect(readsOf(simulation).length).toBeGreaterThan(5);
});

describe('waits of any length', () => {
  it.each([1, 24, 25, 250, 10_000])('of %d days end when they should', async (days) => {
    const clock = createManualClock();
    const ends: number[] = [];
    lasting(clock).setTimeout(() => ends.push(clock.now()), days * DAY);
    await clock.advance(days * DAY - 1);
    expect(ends).toEqual([]);
    await clock.advance(1);
    expect(ends).toEqual([days * DAY]);
    expect(clock.pending).toBe(0);
  });

  it('can be called off at any moment', async () => {
    const clock = createManualClock();
    const waits = lasting(clock);
    const handle = waits.setTimeout(() => expect.unreachable(), 100 * DAY);
    await clock.advance(60 * DAY);
    waits.clearTimeout(handle);
    await clock.advance(100 * DAY);
    expect(clock.pending).toBe(0);
  });

  it.each([Number.POSITIVE_INFINITY, 30 * DAY, undefined])('are deadlines too: after %s ms', async (deadlineMs) => {
    const simulation = simulate();
    const taskId = await submitted(simulation);
    const outcome: unknown[] = [];
    const stop = new AbortController();
    const call = { signal: stop.signal, ...(deadlineMs === undefined ? {} : { deadlineMs }) };
    simulation.client.tasks.follow(taskId, call).then((ended) => outcome.push(ended), (error: unknown) => outcome.push(error));
    await simulation.clock.advance(MINUTE);
    expect(outcome).toEqual([]);
    stop.abort();
  });

  it.each([300, 3000])('a task of %d days ago is read now and then, not all the time', async (days) => {
    const simulation = simulate({ gateway: { faults: [streamless] } });
    const taskId = await submitted(simulation);
    const run = createVideoRun(simulation.client, { taskId });
    onTestFinished(run.subscribe(() => {}));
    simulation.clock.set(days * DAY);
    run.start();
    await simulation.clock.advance(10 * MINUTE);
    expect(readsOf(simulation).length).toBeGreaterThanOrEqual(9);
    expect(readsOf(simulation).length).toBeLessThan(20);
  });
});
