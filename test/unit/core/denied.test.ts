import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createFollows } from '../../../src/core/tasks/follows.js';
import { createImageRun } from '../../../src/core/places/image-run.js';
import { createTaskList } from '../../../src/core/places/history.js';
import { createVideoRun } from '../../../src/core/places/task-place.js';
import { pageEnvironment } from '../../../src/core/base/environment.js';
import { denials } from '../../support/denied.js';
import { createMemoryStorage } from '../../support/memory-storage.js';
import { createManualPage } from '../../support/manual-page.js';
import { simulate, type SimulationOptions } from '../../support/simulation.js';

const REQUEST = { model: 'veo-3.1-fast', prompt: 'tide', durationSeconds: 4 };
const IMAGE = { model: 'seedream-v5lite', prompt: '[slow] tide' } as const;
const MINUTE = 60_000;

describe.each(denials)('a page that is refused $what', ({ tabs }) => {
  const open = (options: SimulationOptions = {}) => {
    const page = Object.assign(createManualPage(), { tabs });
    return { ...simulate({ ...options, client: { environment: page, ...options.client } }), page };
  };

  it.each(['clip', undefined])('follows a clip to its end, in the slot %s', async (persist) => {
    const { client, clock, gateway } = open();
    const run = createVideoRun(client, { persist });
    onTestFinished(run.subscribe(() => {}));
    const ended = run.submit(REQUEST);
    await clock.advance(3 * MINUTE);
    expect((await ended).status).toBe('completed');
    expect(run.get()).toMatchObject({ status: 'completed', connection: 'idle' });
    expect(gateway.ledger.charges).toHaveLength(1);
    expect(clock.pending).toBe(1);
  });

  it('follows as many as there are, a page that wakes included, and lets go of them', async () => {
    const { client, clock, page } = open();
    const taskIds: string[] = [];
    for (const prompt of ['[stall] one', '[stall] two', '[stall] three']) {
      const accepted = client.tasks.submit({ ...REQUEST, prompt });
      await clock.advance(10);
      taskIds.push((await accepted).taskId);
    }
    const seen = new Set<string>();
    const stops = taskIds.map((taskId) => client.tasks.watch(taskId, ({ snapshot }) => snapshot?.status === 'running' && seen.add(taskId)));
    for (let wakes = 0; wakes < 20; wakes++) {
      page.wake();
      await clock.advance(3000);
    }
    expect(seen.size).toBe(3);
    for (const stop of stops) stop();
    await clock.advance(MINUTE);
    expect(clock.pending).toBe(0);
  });

  it('makes an image, remembers it, and finds it again', async () => {
    const storage = createMemoryStorage();
    const { client, clock, gateway, reload } = open({ client: { storage }, proxied: {} });
    const run = createImageRun(client, { persist: 'cover' }, tabs.locks);
    onTestFinished(run.subscribe(() => {}));
    run.generate(IMAGE).catch(() => {});
    await clock.advance(1000);
    const again = createImageRun(reload(), { persist: 'cover' }, denials[0]!.tabs.locks);
    onTestFinished(again.subscribe(() => {}));
    again.start();
    await clock.advance(5 * MINUTE);
    expect(again.get()).toMatchObject({ status: 'success', cost: { billed: 'yes' } });
    expect(gateway.ledger.charges).toHaveLength(1);
  });
});

describe('a page whose every lock is refused', () => {
  it('says of nothing that another tab may still wait for, that it is lost', async () => {
    const storage = createMemoryStorage();
    const { client, clock } = simulate({ client: { storage } });
    const { locks } = denials[0]!.tabs;
    const run = createImageRun(client, { persist: 'cover' }, locks);
    run.generate(IMAGE).catch(() => {});
    await clock.advance(1000);
    // The same tab cannot be asked: this client stands for another one.
    const other = simulate({ client: { storage, clock } }).client;
    const list = createTaskList(other, locks);
    onTestFinished(list.subscribe(() => {}));
    await clock.advance(20_000);
    expect(list.get()).toMatchObject([{ snapshot: { status: 'running' } }]);
    await clock.advance(15 * MINUTE);
  });
});

describe("a browser's own page", () => {
  it.each([
    ['null', { value: null }],
    ['absent', { value: undefined }],
    ['forbidden to look at', { get: () => { throw new DOMException('', 'SecurityError'); } }],
  ])('has no tabs where locks are %s', (_, property) => {
    const document = Object.getOwnPropertyDescriptor(globalThis, 'document');
    Object.defineProperty(globalThis, 'document', { configurable: true, value: { visibilityState: 'visible' } });
    const before = Object.getOwnPropertyDescriptor(navigator, 'locks');
    Object.defineProperty(navigator, 'locks', { configurable: true, ...property });
    onTestFinished(() => {
      if (before === undefined) Reflect.deleteProperty(navigator, 'locks');
      else Object.defineProperty(navigator, 'locks', before);
      if (document === undefined) Reflect.deleteProperty(globalThis, 'document');
    });
    expect(pageEnvironment().tabs).toBeUndefined();
  });
});

describe('a follow that breaks', () => {
  it('tells whoever waits, and can be begun anew', async () => {
    const cause = new Error('Nobody foresaw this.');
    const follows = createFollows({ join: () => Promise.reject(cause) }, () => {}, () => undefined);
    const seen: unknown[] = [];
    const start = () => ({ context: {} as never, snapshot: undefined, elapsed: () => 0 });
    follows.watch('task_1', start, (state) => seen.push(state));
    await vi.waitFor(() => expect(seen).toMatchObject([{ connection: 'idle', error: { code: 'outcome_unknown', cause } }]));
    follows.watch('task_1', start, (state) => seen.push(state));
    await vi.waitFor(() => expect(seen).toHaveLength(2));
  });
});
