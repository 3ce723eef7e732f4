import { BytespikeError } from 'bytespike-react';
import type { Fault } from 'bytespike-react/testing';
import { expect, it } from 'vitest';
import { createVideoRun } from '../../../src/core/places/task-place.js';
import { DOUBLE_CLICK_MS } from '../../../src/core/places/wish.js';
import { taskStore } from '../../../src/core/records/task-store.js';
import { createMemoryStorage } from '../../support/memory-storage.js';
import { simulate } from '../../support/simulation.js';

const VIDEO = { model: 'veo-3.1-fast', prompt: '[stall] tide', durationSeconds: 4 };
const slow: Fault = { kind: 'delay', ms: 8000, on: 'POST /v1/tasks/submit', times: 'always' };

/** A place that nobody looks at: what it shows follows from its own calls alone. */
function unseen(faults: Fault[] = []) {
  const simulation = simulate({ gateway: { faults }, client: { storage: createMemoryStorage() } });
  const run = createVideoRun(simulation.client, { persist: 'clip' });
  const slot = taskStore(simulation.client).slot('clip');
  const submits = () => simulation.gateway.requests.filter(({ path }) => path.endsWith('/submit'));
  return { ...simulation, run, slot, submits };
}

it('a submit without an answer is one wish for as long as it waits', async () => {
  const { run, clock, submits } = unseen([slow]);
  const first = run.submit(VIDEO);
  first.catch(() => {});
  await clock.advance(DOUBLE_CLICK_MS * 2);
  expect(run.submit({ ...VIDEO })).toBe(first);
  await clock.advance(10_000);
  expect(submits()).toHaveLength(1);
});

it('a submit whose answer was lost is unknown, and stays in its slot to be looked for', async () => {
  const { run, slot, client } = unseen();
  const lost = new BytespikeError({ code: 'outcome_unknown', message: 'gone', billed: 'unknown' });
  const place = createVideoRun({ ...client, tasks: { ...client.tasks, submit: () => Promise.reject(lost) } }, { persist: 'other' });
  const other = taskStore(client).slot('other');
  await expect(place.submit(VIDEO)).rejects.toBe(lost);
  expect(place.get()).toMatchObject({ status: 'unknown', cost: { billed: 'unknown' } });
  expect([other.get() === undefined, slot.get(), run.get().status]).toEqual([false, undefined, 'idle']);
});

it('an end that nobody can say leaves the task unknown, and says why', async () => {
  const { client, clock } = unseen();
  const refusal = new BytespikeError({ code: 'task_not_found', message: 'gone', status: 404 });
  const run = createVideoRun({ ...client, tasks: { ...client.tasks, follow: () => Promise.reject(refusal) } }, {});
  const ended = expect(run.submit(VIDEO)).rejects.toBe(refusal);
  await clock.advance(1000);
  await ended;
  expect(run.get()).toMatchObject({ status: 'unknown', error: refusal });
});

it('turns to what another tab put into the slot meanwhile, once its own answer is there', async () => {
  const { client, clock, run, slot } = unseen([slow]);
  const accepted = client.tasks.submit(VIDEO, { outTaskId: 'bs_other' });
  await clock.advance(10_000);
  const other = await accepted;
  run.submit({ ...VIDEO, prompt: '[stall] mine' }).catch(() => {});
  slot.set('bs_other');
  await clock.advance(1000);
  expect(run.get()).toMatchObject({ status: 'submitting', request: { prompt: '[stall] mine' } });
  await clock.advance(10_000);
  expect(run.get().task?.taskId).toBe(other.taskId);
});

it('a late answer to what was taken back shows nothing', async () => {
  const { client, clock, run, slot } = unseen([slow]);
  const accepted = client.tasks.submit(VIDEO, { outTaskId: 'bs_other' });
  await clock.advance(10_000);
  await accepted;
  run.submit({ ...VIDEO, prompt: '[stall] mine' }).catch(() => {});
  await clock.advance(1000);
  run.reset();
  slot.set('bs_other');
  await clock.advance(10_000);
  expect(run.get().status).toBe('idle');
});
