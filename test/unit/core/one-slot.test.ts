import type { Fault } from 'bytespike-react/testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ClientInternals } from '../../../src/core/client/internals.js';
import { createImageRun } from '../../../src/core/places/image-run.js';
import type { ImageRunOptions } from '../../../src/core/places/runs.js';
import { taskStore } from '../../../src/core/records/task-store.js';
import { createVideoRun } from '../../../src/core/places/task-place.js';
import { createMemoryStorage } from '../../support/memory-storage.js';
import { simulate, type Simulation } from '../../support/simulation.js';

const MINUTE = 60_000;
const VIDEO = { model: 'veo-3.1-fast', prompt: 'tide', durationSeconds: 4 };
const IMAGE = { model: 'seedream-v5lite', prompt: 'tide' } as const;
const streamless: Fault = { kind: 'status', status: 501, on: '/v1/tasks/stream/*', times: 'always' };

/** A place that somebody looks at. */
function clip(client: ClientInternals, options: { persist?: string } = { persist: 'clip' }) {
  const run = createVideoRun(client, options);
  onTestFinished(run.subscribe(() => {}));
  run.start();
  return run;
}

function picture(client: ClientInternals, options: ImageRunOptions = {}) {
  const run = createImageRun(client, { persist: 'cover', ...options });
  onTestFinished(run.subscribe(() => {}));
  run.start();
  return run;
}

/** Two tabs of one browser. Storage tells the other of each change, as a browser does. */
function twoTabs(options: Parameters<typeof simulate>[0] = {}) {
  const storage = createMemoryStorage();
  const simulation = simulate({ ...options, client: { storage } });
  const other = simulate({ client: { storage, clock: simulation.clock, fetch: (request) => simulation.gateway.fetch(request) } }).client;
  const clients = [simulation.client, other] as const;
  const hear = () => clients.forEach((client) => taskStore(client).remove('none'));
  return {
    ...simulation,
    clients,
    async advance(ms: number) {
      for (let passed = 0; passed < ms; passed += 200) {
        await simulation.clock.advance(200);
        hear();
      }
    },
  };
}

const submits = ({ gateway }: Pick<Simulation, 'gateway'>) => gateway.requests.filter(({ path }) => path.endsWith('/submit'));

describe.each([
  { what: 'a task that does not exist', id: 'task_gone' },
  { what: 'a submit that was never answered', id: 'old' },
])('an older $what', ({ id }) => {
  it.each([0, 10, 500, 3000])('does not show over a newer one, %d ms later', async (ms) => {
    const simulation = simulate({ client: { storage: createMemoryStorage() }, gateway: { faults: [streamless] } });
    const { client, clock } = simulation;
    taskStore(client).put({ version: 1, outTaskId: 'old', request: VIDEO, createdAt: clock.wallNow() });
    const run = clip(client);
    const older = run.resume(id).catch((error: unknown) => error);
    if (ms > 0) await clock.advance(ms);
    const shown = new Set<string>();
    const newer = run.submit({ ...VIDEO, prompt: '[slow] newer' });
    onTestFinished(run.subscribe(() => shown.add(`${run.get().request?.prompt} ${run.get().status}`)));
    await clock.advance(20_000);
    expect(run.get()).toMatchObject({ status: expect.stringMatching(/queued|running/), request: { prompt: '[slow] newer' }, error: undefined });
    await clock.advance(10 * MINUTE);
    expect(run.get()).toMatchObject({ status: 'completed', request: { prompt: '[slow] newer' } });
    expect([...shown].filter((state) => !/newer (submitting|queued|running|completed)$/.test(state))).toEqual([]);
    expect(await newer).toMatchObject({ status: 'completed' });
    expect(await older).toMatchObject({ name: 'BytespikeError' });
  });
});

describe('two places of a page that show one slot', () => {
  it('show the same at every moment, whichever of them is used', async () => {
    const simulation = simulate({ client: { storage: createMemoryStorage() } });
    const { client, clock, gateway } = simulation;
    const [one, two] = [clip(client), clip(client)];
    const same = () => expect(two.get()).toEqual(one.get());
    const first = one.submit(VIDEO);
    const again = two.submit({ ...VIDEO });
    for (let second = 0; second < 60; second++) {
      same();
      await clock.advance(1000);
    }
    expect(await first).toBe(await again);
    expect(gateway.ledger.charges).toHaveLength(1);
    void two.submit({ ...VIDEO, prompt: '[broke]' }).catch(() => {});
    await clock.advance(MINUTE);
    same();
    expect(one.get()).toMatchObject({ status: 'failed', error: { code: 'insufficient_balance' } });
    two.reset();
    same();
    expect(one.get().status).toBe('idle');
  });

  it('show it also when one comes later, and go on when the other goes', async () => {
    const simulation = simulate({ client: { storage: createMemoryStorage() } });
    const { client, clock } = simulation;
    const first = createVideoRun(client, { persist: 'clip' });
    const leave = first.subscribe(() => {});
    first.submit(VIDEO).catch(() => {});
    await clock.advance(2000);
    const second = clip(client);
    expect(second.get()).toEqual(first.get());
    leave();
    await clock.advance(MINUTE);
    expect(second.get().status).toBe('completed');
  });

  it('are the same for images, and apart when they are asked for otherwise', async () => {
    const simulation = simulate({ client: { storage: createMemoryStorage() } });
    const { client, clock, gateway } = simulation;
    const [one, two, kept] = [picture(client), picture(client), picture(client, { keepRuns: 3 })];
    await clock.advance(10);
    const made = one.generate(IMAGE);
    expect(two.generate({ ...IMAGE })).toBe(made);
    await clock.advance(10);
    expect(kept.get()).toMatchObject({ status: 'pending', request: IMAGE });
    await clock.advance(MINUTE);
    const links = (await made).map(({ url }) => ({ url }));
    for (const run of [one, two, kept]) expect(run.get()).toMatchObject({ status: 'success', images: links });
    one.reset();
    await clock.advance(0);
    for (const run of [one, two, kept]) expect(run.get().status).toBe('idle');
    expect(gateway.ledger.charges).toHaveLength(1);
  });

  it('are one also when the first was left for a moment, as React does while it develops', async () => {
    const simulation = simulate({ client: { storage: createMemoryStorage() } });
    const { client, clock } = simulation;
    const first = createVideoRun(client, { persist: 'clip' });
    first.subscribe(() => {})();
    onTestFinished(first.subscribe(() => {}));
    const second = clip(client);
    first.submit({ ...VIDEO, prompt: '[broke]' }).catch(() => {});
    await clock.advance(MINUTE);
    // A refusal is written down nowhere.
    expect(first.get().status).toBe('failed');
    expect(second.get()).toBe(first.get());
  });

  it('begin anew, from what is written down, once nobody has looked', async () => {
    const simulation = simulate({ client: { storage: createMemoryStorage() } });
    const { client, clock } = simulation;
    const first = createVideoRun(client, { persist: 'clip' });
    const leave = first.subscribe(() => {});
    first.submit({ ...VIDEO, prompt: '[broke]' }).catch(() => {});
    await clock.advance(MINUTE);
    expect(first.get().status).toBe('failed');
    leave();
    expect(clip(client).get().status).toBe('idle');
  });
});

describe('two tabs that show one slot', () => {
  it('show the clip of the one that submitted last', async () => {
    const tabs = twoTabs();
    const [one, two] = tabs.clients.map((client) => clip(client)) as [ReturnType<typeof clip>, ReturnType<typeof clip>];
    one.submit(VIDEO).catch(() => {});
    await tabs.advance(4000);
    expect(two.get()).toMatchObject({ request: VIDEO, status: one.get().status, task: { taskId: one.get().task!.taskId } });
    await tabs.advance(MINUTE);
    expect([one.get().status, two.get().status]).toEqual(['completed', 'completed']);
    two.submit({ ...VIDEO, prompt: 'another' }).catch(() => {});
    await tabs.advance(4000);
    expect(one.get()).toMatchObject({ request: { prompt: 'another' }, status: two.get().status });
    await tabs.advance(MINUTE);
    expect(one.get()).toMatchObject({ request: { prompt: 'another' }, status: 'completed' });
    expect(tabs.gateway.ledger.charges).toHaveLength(2);
  });

  it('show that it is being submitted, also while that takes long', async () => {
    const tabs = twoTabs({ gateway: { faults: [{ kind: 'delay', ms: 8000, on: 'POST /v1/tasks/submit' }] } });
    const [one, two] = tabs.clients.map((client) => clip(client)) as [ReturnType<typeof clip>, ReturnType<typeof clip>];
    one.submit(VIDEO).catch(() => {});
    await tabs.advance(4000);
    expect([one.get().status, two.get().status]).toEqual(['submitting', 'submitting']);
    await tabs.advance(2 * MINUTE);
    expect([one.get().status, two.get().status]).toEqual(['completed', 'completed']);
    expect(submits(tabs)).toHaveLength(1);
  });

  it('find it when the one that submitted is closed before the answer', async () => {
    const tabs = twoTabs({ gateway: { faults: [{ kind: 'delay', ms: 8000, on: 'POST /v1/tasks/submit' }] } });
    const two = clip(tabs.clients[1]);
    createVideoRun(tabs.clients[0], { persist: 'clip' }).submit(VIDEO).catch(() => {});
    await tabs.advance(1000);
    tabs.reload();
    await tabs.advance(3 * MINUTE);
    expect(two.get()).toMatchObject({ status: 'completed', request: VIDEO });
    expect(submits(tabs)).toHaveLength(1);
  });

  it('are both empty when one is, and when what one submitted was refused', async () => {
    const tabs = twoTabs();
    const [one, two] = tabs.clients.map((client) => clip(client)) as [ReturnType<typeof clip>, ReturnType<typeof clip>];
    one.submit({ ...VIDEO, prompt: '[broke]' }).catch(() => {});
    await tabs.advance(4000);
    expect([one.get().status, two.get().status]).toEqual(['failed', 'idle']);
    one.submit(VIDEO).catch(() => {});
    await tabs.advance(4000);
    expect(two.get().status).not.toBe('idle');
    two.reset();
    await tabs.advance(1000);
    expect([one.get().status, two.get().status]).toEqual(['idle', 'idle']);
  });

  it.each(['sync', 'task'] as const)('show the images of the one that asked last, via %s', async (via) => {
    const tabs = twoTabs();
    const [one, two] = tabs.clients.map((client) => picture(client, { via })) as [ReturnType<typeof picture>, ReturnType<typeof picture>];
    await tabs.advance(200);
    one.generate(IMAGE).catch(() => {});
    await tabs.advance(3 * MINUTE);
    expect(two.get()).toMatchObject({ status: 'success', request: IMAGE, images: one.get().images.map(({ url }) => ({ url })) });
    two.generate({ ...IMAGE, prompt: 'another' }).catch(() => {});
    await tabs.advance(3 * MINUTE);
    expect(one.get()).toMatchObject({ status: 'success', request: { prompt: 'another' } });
    one.reset();
    await tabs.advance(1000);
    expect(two.get().status).toBe('idle');
    expect(tabs.gateway.ledger.charges).toHaveLength(2);
  });
});

it('a slot whose submit was never written down, or was removed, shows nothing and asks for nothing', async () => {
  const storage = createMemoryStorage();
  const { client, clock, gateway, reload } = simulate({ client: { storage } });
  taskStore(client).slot('clip').set('bs_gone');
  const run = clip(reload());
  await clock.advance(MINUTE);
  expect(run.get().status).toBe('idle');
  expect(gateway.requests).toEqual([]);
});
