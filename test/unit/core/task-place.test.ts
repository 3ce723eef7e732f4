import { createClient, type TaskSnapshot } from 'bytespike-react';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { internals } from '../../../src/core/client/internals.js';
import { taskStore } from '../../../src/core/records/task-store.js';
import { createVideoRun } from '../../../src/core/places/task-place.js';
import type { TaskCache, VideoRunOptions } from '../../../src/core/places/runs.js';
import { createMemoryStorage } from '../../support/memory-storage.js';
import { createManualPage } from '../../support/manual-page.js';
import { simulate, type Simulation } from '../../support/simulation.js';

const VIDEO = { model: 'veo-3.1-fast', prompt: '[stall] tide', durationSeconds: 4 };

/** Rendering, as its submit said. */
async function submitted({ client, clock }: Simulation, outTaskId: string): Promise<TaskSnapshot> {
  const accepted = client.tasks.submit(VIDEO, { outTaskId });
  await clock.advance(1000);
  return accepted;
}

/** A place that somebody looks at. */
function place(client: Simulation['client'], options: VideoRunOptions) {
  const run = createVideoRun(client, options);
  onTestFinished(run.subscribe(() => {}));
  run.start();
  return run;
}

describe('a place of one task', () => {
  it('shows at first what was prefetched of its task, and of none where it has none', async () => {
    const simulation = simulate();
    const snapshot = await submitted(simulation, 'bs_1');
    // Whatever it is asked for.
    const cache: TaskCache = { get: () => snapshot, set() {} };
    const initial = (options: VideoRunOptions) => createVideoRun(simulation.client, options, cache).initial();
    expect(initial({ taskId: snapshot.taskId })).toMatchObject({ task: { taskId: snapshot.taskId }, status: 'queued' });
    expect(initial({})).toMatchObject({ task: undefined, status: 'idle' });
    expect(initial({ persist: 'clip' })).toMatchObject({ task: undefined, status: 'idle' });
  });

  it('turns to what another tab puts into its slot, unless it is told which task is its own', async () => {
    const simulation = simulate({ client: { storage: createMemoryStorage() } });
    const { client, clock } = simulation;
    const [own, other] = [await submitted(simulation, 'bs_own'), await submitted(simulation, 'bs_other')];
    taskStore(client).slot('clip').set('bs_own');
    const free = place(client, { persist: 'clip' });
    const bound = place(client, { persist: 'clip', taskId: own.taskId });
    await clock.advance(1000);
    expect([free.get().task?.taskId, bound.get().task?.taskId]).toEqual([own.taskId, own.taskId]);
    taskStore(client).slot('clip').set('bs_other');
    await clock.advance(1000);
    expect([free.get().task?.taskId, bound.get().task?.taskId]).toEqual([other.taskId, own.taskId]);
  });

  it('is left as it is when it is looked at once more while its submit is on its way', async () => {
    const { client, clock, gateway } = simulate();
    const run = place(client, { persist: 'clip' });
    run.submit(VIDEO).catch(() => {});
    run.start();
    expect(run.get().status).toBe('submitting');
    await clock.advance(10);
    run.start();
    await clock.advance(10);
    expect(run.get()).toMatchObject({ status: 'queued', task: { status: 'queued' } });
    expect(gateway.requests.filter(({ method }) => method === 'POST').map(({ path }) => path)).toEqual(['/v1/tasks/submit']);
  });

  it('that showed nothing looks once more into its slot when it is looked at again', async () => {
    const simulation = simulate({ client: { storage: createMemoryStorage() } });
    const { client, clock } = simulation;
    const { taskId } = await submitted(simulation, 'bs_1');
    const run = createVideoRun(client, { persist: 'clip' });
    run.start();
    taskStore(client).slot('clip').set('bs_1');
    onTestFinished(run.subscribe(() => {}));
    run.start();
    await clock.advance(1000);
    expect(run.get().task?.taskId).toBe(taskId);
  });

  it('of one task that was reset shows nothing, however often it is looked at', async () => {
    const simulation = simulate();
    const { taskId } = await submitted(simulation, 'bs_1');
    const run = place(simulation.client, { taskId });
    await simulation.clock.advance(1000);
    expect(run.get().task?.taskId).toBe(taskId);
    run.reset();
    run.start();
    await simulation.clock.advance(1000);
    expect(run.get()).toMatchObject({ status: 'idle', task: undefined });
  });

  it('has it loaded by the first who begins to do something; one that cannot be had is left for its use', async () => {
    const waiting = new Set<() => void>();
    let asked = 0;
    const environment = {
      ...createManualPage(),
      onIntent: (listener: () => void) => (waiting.add(listener), () => waiting.delete(listener)),
      get tabs(): undefined {
        asked++;
        throw new Error('refused');
      },
    };
    const run = createVideoRun(internals(createClient({ baseUrl: 'https://app.example/api', storage: null, environment })), {});
    const leave = run.start();
    expect([asked, waiting.size]).toEqual([0, 1]);
    for (const begin of waiting) begin();
    await vi.waitFor(() => expect(asked).toBe(1));
    expect(run.get().status).toBe('idle');
    leave?.();
    expect(waiting.size).toBe(0);
  });

  it('prepares what a submit needs while it is there', () => {
    const said: string[] = [];
    const prepare = (part: string) => (said.push(`wants ${part}`), () => said.push(`leaves ${part}`));
    const run = createVideoRun({ ...simulate().client, prepare }, {});
    const leave = run.start();
    expect(said).toEqual(['wants tasks']);
    leave?.();
    expect(said).toEqual(['wants tasks', 'leaves tasks']);
    expect(run.get().status).toBe('idle');
  });
});
