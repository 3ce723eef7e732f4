import { type TaskSnapshot, taskStore } from 'bytespike-react';
import { describe, expect, it } from 'vitest';
import { createVideoRun } from '../../../src/core/places/task-place.js';
import { createMemoryStorage } from '../../support/memory-storage.js';
import { simulate, type Simulation } from '../../support/simulation.js';

const request = { model: 'veo-3.1-fast', prompt: 'tide over black rocks', durationSeconds: 4 };
const streamless = { intercept: (incoming: Request) => incoming.url.includes('/stream/') && new Response(null, { status: 501 }) };
const paths = ({ gateway }: Simulation, part: string) => gateway.requests.filter(({ path }) => path.includes(part));

describe('a video task from submit to end', () => {
  it('is pushed: one stream beyond the submit, every change seen, billed once', async () => {
    const simulation = simulate();
    const { client, clock, gateway } = simulation;
    const seen: TaskSnapshot['status'][] = [];
    const accepted = client.tasks.submit(request);
    await clock.advance(0);
    const end = client.tasks.follow((await accepted).taskId, { onSnapshot: ({ status }) => seen.push(status) });
    await clock.advance(60_000);
    expect(await end).toMatchObject({ status: 'completed', assets: [{ kind: 'video' }], cost: { final: 0.21, billed: 'yes' } });
    expect(seen).toEqual(['queued', 'running', 'completed']);
    expect(gateway.requests).toHaveLength(2);
    expect(gateway.ledger.charges).toHaveLength(1);
  });

  it('is read when there is no push', async () => {
    const simulation = simulate(streamless);
    const { client, clock } = simulation;
    const accepted = client.tasks.submit(request);
    await clock.advance(0);
    const end = client.tasks.follow((await accepted).taskId);
    await clock.advance(60_000);
    expect(await end).toMatchObject({ status: 'completed' });
    expect(paths(simulation, 'query').length).toBeLessThan(16);
  });

  it('is cancelled for nothing while it waits', async () => {
    const simulation = simulate();
    const { client, clock, gateway } = simulation;
    const accepted = client.tasks.submit({ ...request, prompt: '[queue]' });
    await clock.advance(0);
    const { taskId } = await accepted;
    const end = client.tasks.follow(taskId);
    await clock.advance(1000);
    const cancelled = client.tasks.cancel(taskId);
    await clock.advance(10);
    expect(await cancelled).toMatchObject({ status: 'cancelled', cost: { final: 0, billed: 'no' } });
    expect(await end).toMatchObject({ status: 'cancelled' });
    expect(gateway.ledger.charges).toEqual([]);
  });

  it('says what a cancel cost while it was rendering', async () => {
    const { client, clock, gateway } = simulate();
    const accepted = client.tasks.submit({ ...request, prompt: '[stall]' });
    await clock.advance(20_000);
    const cancelled = client.tasks.cancel((await accepted).taskId);
    await clock.advance(10);
    const { cost } = await cancelled;
    expect(cost.billed).toBe('yes');
    expect(cost.final).toBe(gateway.ledger.charges[0]?.amount);
  });

  it.each([[true], [false]])('keeps what was estimated when the answer to a cancel does not repeat it, looked at: %s', async (isLookedAt) => {
    const { client, clock } = simulate();
    const run = createVideoRun(client, {});
    if (isLookedAt) run.subscribe(() => {});
    run.submit({ ...request, prompt: '[stall]' }).catch(() => {});
    await clock.advance(20_000);
    const cancelled = run.cancel();
    await clock.advance(10);
    const { final } = (await cancelled).cost;
    expect(final).toBeGreaterThan(0);
    expect(run.get()).toMatchObject({ status: 'cancelled', cost: { estimated: 0.21, final, billed: 'yes' } });
  });

  it('goes on when the watch is aborted', async () => {
    const { client, clock, gateway } = simulate();
    const accepted = client.tasks.submit(request);
    await clock.advance(0);
    const watch = new AbortController();
    const end = client.tasks.follow((await accepted).taskId, { signal: watch.signal }).catch((error: unknown) => error);
    await clock.advance(1000);
    watch.abort();
    expect(await end).toMatchObject({ code: 'aborted' });
    await clock.advance(60_000);
    expect(gateway.ledger.charges).toHaveLength(1);
    expect(clock.pending).toBe(0);
  });

  it('keeps its place among others that were asked for in the same millisecond', async () => {
    const { client, clock } = simulate();
    const prompts = Array.from({ length: 8 }, (_, index) => `${index} [queue]`);
    const all = prompts.map((prompt) => client.tasks.submit({ ...request, prompt }));
    await clock.advance(0);
    await Promise.all(all);
    expect(taskStore(client).list().map((record) => record.request.prompt)).toEqual(prompts.reverse());
  });

  it('is not failed at a deadline, and can be followed again', async () => {
    const { client, clock } = simulate();
    const accepted = client.tasks.submit(request);
    await clock.advance(0);
    const { taskId } = await accepted;
    const end = client.tasks.follow(taskId, { deadlineMs: 5000 }).catch((error: unknown) => error);
    await clock.advance(5000);
    expect(await end).toMatchObject({ code: 'still_running', billed: 'no', retryable: true });
    const again = client.tasks.follow(taskId);
    await clock.advance(60_000);
    expect(await again).toMatchObject({ status: 'completed' });
    expect(clock.pending).toBe(0);
  });

  it('has one follow however many watch', async () => {
    const simulation = simulate();
    const { client, clock } = simulation;
    const accepted = client.tasks.submit(request);
    await clock.advance(0);
    const { taskId } = await accepted;
    const ends = [1, 2, 3].map(() => client.tasks.follow(taskId));
    await clock.advance(60_000);
    expect((await Promise.all(ends)).map(({ status }) => status)).toEqual(['completed', 'completed', 'completed']);
    expect(paths(simulation, 'stream')).toHaveLength(1);
  });

  it('is found again by its key, and followed, by a page that was loaded anew', async () => {
    const simulation = simulate({ client: { storage: createMemoryStorage() } });
    const { client, clock, gateway } = simulation;
    const accepted = client.tasks.submit(request, { outTaskId: 'bs_known' });
    await clock.advance(0);
    await accepted;
    const again = simulation.reload().tasks.follow('bs_known');
    await clock.advance(60_000);
    expect(await again).toMatchObject({ status: 'completed', outTaskId: 'bs_known' });
    expect(gateway.requests.filter(({ path }) => path.endsWith('/submit'))).toHaveLength(1);
  });

  it('says offline while it is, and knows the end within a second of coming back', async () => {
    const { client, clock, page } = simulate();
    const accepted = client.tasks.submit(request);
    await clock.advance(0);
    const { taskId } = await accepted;
    const connections: string[] = [];
    let status: string | undefined;
    const stop = client.tasks.watch(taskId, (state) => {
      connections.push(state.connection);
      status = state.snapshot?.status;
    });
    await clock.advance(5000);
    page.goOffline();
    await clock.advance(55_000);
    expect(connections.at(-1)).toBe('offline');
    expect(status).toBe('running');
    page.online = true;
    page.wake();
    await clock.advance(1000);
    expect(status).toBe('completed');
    stop();
  });

  it.each([
    ['just after its submit', {}, 300],
    ['on its own stream', {}, 5000],
    ['between two reads', streamless, 12_000],
  ])('says offline within a second when the network goes %s', async (_, options, after) => {
    const { client, clock, page } = simulate(options);
    const accepted = client.tasks.submit({ ...request, prompt: '[stall]' });
    await clock.advance(0);
    let connection: string | undefined;
    const stop = client.tasks.watch((await accepted).taskId, (state) => {
      connection = state.connection;
    });
    await clock.advance(after);
    page.goOffline();
    await clock.advance(1000);
    expect(connection).toBe('offline');
    page.online = true;
    page.wake();
    await clock.advance(1000);
    expect(connection).toMatch(/live|polling/);
    stop();
  });

  it('reads a hidden page once a minute', async () => {
    const simulation = simulate(streamless);
    const { client, clock, page } = simulation;
    page.hidden = true;
    const accepted = client.tasks.submit({ ...request, prompt: '[stall]' });
    await clock.advance(0);
    const stop = client.tasks.watch((await accepted).taskId, () => {});
    await clock.advance(5 * 60_000 - 1000);
    expect(paths(simulation, 'query')).toHaveLength(4);
    stop();
  });
});

describe('a submit that is answered with the end', () => {
  it('is read once more, for the result that was paid for', async () => {
    const { client, clock, gateway } = simulate();
    const first = client.tasks.submit(request, { outTaskId: 'bs_same' });
    await clock.advance(60_000);
    await first;
    // The same key again: the gateway answers with the task as it is, and no result in it.
    const again = client.tasks.submit(request, { outTaskId: 'bs_same' });
    await clock.advance(10);
    const { taskId } = await again;
    const end = client.tasks.follow(taskId);
    await clock.advance(5000);
    expect(await end).toMatchObject({ status: 'completed', assets: [{ kind: 'video' }] });
    expect(gateway.ledger.charges).toHaveLength(1);
  });
});
