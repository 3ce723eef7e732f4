import { describe, expect, it } from 'vitest';
import { createVideoRun } from '../../../src/core/places/task-place.js';
import { createMemoryStorage } from '../../support/memory-storage.js';
import { simulate } from '../../support/simulation.js';
import { VIDEO } from '../../support/watched.js';

const ways = [
  ['its own stream', {}],
  ['reads', { intercept: (incoming: Request) => incoming.url.includes('/stream/') && new Response(null, { status: 501 }) }],
  ['the stream of all tasks', { proxied: { faults: [] } }],
] as const;

describe.each(ways)('what happened to a clip while no news came, told by %s', (_, options) => {
  it.each([
    ['offline', 'begun to run'],
    ['not shown', 'begun to run'],
    ['offline', 'ended'],
    ['not shown', 'ended'],
  ])('has no moment: %s, and it has %s meanwhile', async (away, what) => {
    const { client, clock, gateway, page } = simulate(options);
    const run = createVideoRun(client, {});
    let leave = run.subscribe(() => {});
    run.submit({ ...VIDEO, prompt: what === 'ended' ? VIDEO.prompt : '[stall]' }).catch(() => {});
    await clock.advance(1500);
    expect(run.get()).toMatchObject({ status: 'queued', connection: expect.stringMatching(/live|idle/) });
    if (away === 'offline') page.goOffline();
    else leave();
    await clock.advance(60_000);
    expect(run.get().status).toBe('queued');
    if (away === 'offline') {
      page.online = true;
      page.wake();
    } else leave = run.subscribe(() => {});
    await clock.advance(3000);
    expect(run.get()).toMatchObject(what === 'ended' ? { status: 'completed', progress: { startedAt: undefined } } : { status: 'running', progress: { startedAt: undefined, hasStarted: true } });
    expect(gateway.requests.filter(({ path }) => path.endsWith('/submit'))).toHaveLength(1);
    leave();
  });

  it('has no moment after a reload, however late the first news', async () => {
    const simulation = simulate({ ...options, client: { storage: createMemoryStorage() } });
    const { client, clock } = simulation;
    const first = createVideoRun(client, { persist: 'clip' });
    first.submit({ ...VIDEO, prompt: '[stall]' }).catch(() => {});
    await clock.advance(1500);
    const run = createVideoRun(simulation.reload(), { persist: 'clip' });
    const leave = run.subscribe(() => {});
    run.start();
    await clock.advance(60_000);
    expect(run.get()).toMatchObject({ status: 'running', progress: { hasStarted: true, startedAt: undefined } });
    leave();
  });
});
