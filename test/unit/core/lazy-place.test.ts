import type { BytespikeError, TaskSnapshot } from 'bytespike-react';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createLazyVideoRun } from '../../../src/core/places/before/lazy-video-run.js';
import type { TaskCache, VideoRun, VideoRunOptions } from '../../../src/core/places/runs.js';
import { createVideoPlace, createVideoRun } from '../../../src/core/places/task-place.js';
import { createPart, type Part } from '../../../src/core/base/part.js';
import { taskStore } from '../../../src/core/records/task-store.js';
import { createMemoryStorage } from '../../support/memory-storage.js';
import { createManualPage } from '../../support/manual-page.js';
import { simulate, type Simulation } from '../../support/simulation.js';

/** The rules of a place, of a page that has loaded none so far; they come, or fail to. */
function rulesOf(loads: () => boolean = () => true): Part<typeof createVideoPlace> {
  const part = createPart(createManualPage(), async () => (loads() ? createVideoPlace : Promise.reject(new Error('404'))));
  return { load: part.load, current: () => undefined };
}

const VIDEO = { model: 'veo-3.1-fast', prompt: 'tide', durationSeconds: 4 };
const MINUTE = 60_000;

/** A place that somebody looks at, and all that it showed. */
function place(client: Simulation['client'], options: VideoRunOptions = {}, rules = rulesOf()) {
  const run = createLazyVideoRun(client, options, undefined, rules);
  const seen: string[] = [run.get().status];
  onTestFinished(run.subscribe(() => seen.push(run.get().status)));
  const leave = run.start();
  return { run, seen, leave };
}

const outcome = (run: VideoRun): Promise<TaskSnapshot | BytespikeError> => run.submit(VIDEO).catch((error: BytespikeError) => error);
const submits = ({ gateway }: Simulation) => gateway.requests.filter(({ path }) => path === '/v1/tasks/submit').length;

describe('a place whose rules are not there yet', () => {
  it('shows a submit at once, and then what becomes of it', async () => {
    const simulation = simulate();
    const { run, seen } = place(simulation.client);
    const ended = outcome(run);
    expect(run.get()).toMatchObject({ status: 'submitting', request: VIDEO, progress: { submittedAt: simulation.clock.wallNow() } });
    await simulation.clock.advance(5 * MINUTE);
    expect(await ended).toMatchObject({ status: 'completed' });
    expect([...new Set(seen)]).toEqual(['idle', 'submitting', 'queued', 'running', 'completed']);
    expect(simulation.gateway.ledger.charges).toHaveLength(1);
  });

  it('takes a double click for one wish', async () => {
    const simulation = simulate();
    const { run } = place(simulation.client);
    const [one, two] = [outcome(run), outcome(run)];
    await simulation.clock.advance(5 * MINUTE);
    expect(await one).toEqual(await two);
    expect([submits(simulation), simulation.gateway.ledger.charges.length]).toEqual([1, 1]);
  });

  it('cancels what was submitted a moment before', async () => {
    const simulation = simulate();
    const { run } = place(simulation.client);
    void outcome(run);
    void run.cancel();
    await simulation.clock.advance(5 * MINUTE);
    expect(run.get().status).toBe('cancelled');
    expect(simulation.gateway.ledger.charges).toEqual([]);
  });

  it('has nothing to cancel and nothing to check before anything was asked for', async () => {
    const { client } = simulate();
    const { run } = place(client);
    await expect(run.cancel()).rejects.toMatchObject({ code: 'task_not_found' });
    expect(await run.check()).toBeUndefined();
  });

  it('forgets a submit that goes on all the same', async () => {
    const simulation = simulate();
    const { run } = place(simulation.client);
    void outcome(run);
    run.reset();
    expect(run.get().status).toBe('idle');
    await simulation.clock.advance(5 * MINUTE);
    expect(run.get().status).toBe('idle');
    expect(simulation.gateway.ledger.charges).toHaveLength(1);
  });

  it('finds after a reload what an earlier page left, and what is put there later', async () => {
    const simulation = simulate({ client: { storage: createMemoryStorage() } });
    const { client, clock, reload } = simulation;
    const before = place(client, { persist: 'clip' });
    void outcome(before.run);
    await clock.advance(1000);
    const later = reload();
    const { run } = place(later, { persist: 'clip' });
    const { run: other } = place(later, { persist: 'other' });
    await clock.advance(5 * MINUTE);
    expect([run.get().status, other.get().status]).toEqual(['completed', 'idle']);
    taskStore(later).slot('other').set(taskStore(later).slot('clip').get());
    await clock.advance(1000);
    expect(other.get().task?.taskId).toBe(run.get().task?.taskId);
  });

  it('empties its slot, though nobody has looked into it', async () => {
    const { client, clock } = simulate({ client: { storage: createMemoryStorage() } });
    taskStore(client).slot('clip').set('bs_1');
    createLazyVideoRun(client, { persist: 'clip' }, undefined, rulesOf()).reset();
    await clock.advance(0);
    expect(taskStore(client).slot('clip').get()).toBeUndefined();
  });

  it('shows at first what was prefetched, as the rules would', async () => {
    const simulation = simulate();
    const accepted = simulation.client.tasks.submit(VIDEO, { outTaskId: 'bs_1' });
    await simulation.clock.advance(1000);
    const snapshot = await accepted;
    const cache: TaskCache = { get: () => snapshot, set() {} };
    const { taskId } = snapshot;
    const early = createLazyVideoRun(simulation.client, { taskId }, cache, rulesOf());
    expect(early.initial()).toEqual(createVideoRun(simulation.client, { taskId }, cache).initial());
    expect(early.get()).toBe(early.initial());
  });

  it('is left in peace once nobody looks', async () => {
    const { client, clock } = simulate({ client: { storage: createMemoryStorage() } });
    const { run, leave } = place(client, { persist: 'clip' });
    leave?.();
    const accepted = client.tasks.submit(VIDEO, { outTaskId: 'bs_1' });
    await clock.advance(1000);
    await accepted;
    taskStore(client).slot('clip').set('bs_1');
    await clock.advance(1000);
    expect(run.get().status).toBe('idle');
  });
});

describe('a place whose rules cannot be loaded', () => {
  it('says so, sends nothing, and is as new for the next click', async () => {
    const simulation = simulate();
    let isThere = false;
    const { run } = place(simulation.client, {}, rulesOf(() => isThere));
    const refused = await outcome(run);
    expect(refused).toMatchObject({ code: 'network_error', billed: 'no', message: expect.stringContaining('nothing was sent') as string });
    expect(run.get()).toMatchObject({ status: 'failed', error: { code: 'network_error' }, request: VIDEO });
    expect(submits(simulation)).toBe(0);
    isThere = true;
    const ended = outcome(run);
    await simulation.clock.advance(5 * MINUTE);
    expect(await ended).toMatchObject({ status: 'completed' });
    expect(simulation.gateway.ledger.charges).toHaveLength(1);
  });
});
