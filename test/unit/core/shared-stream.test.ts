import { describe, expect, it } from 'vitest';
import { simulate } from '../../support/simulation.js';
import { arrived, begin, behindOurs, EVENTS, LONG_ENOUGH_MS, single, submit, watch } from '../../support/watched.js';

describe('many tasks behind our proxy', () => {
  it('are followed by one stream, every change seen, with one request beyond the submits', async () => {
    const simulation = behindOurs();
    const tasks = await begin(simulation, 20);
    await simulation.clock.advance(LONG_ENOUGH_MS);
    for (const { statuses, connections, last } of tasks) {
      expect(statuses).toEqual(['queued', 'running', 'completed']);
      expect(connections.slice(-2)).toEqual(['live', 'idle']);
      expect(connections).not.toContain('polling');
      expect(last).toMatchObject({ assets: [{ kind: 'video' }], cost: { billed: 'yes' } });
    }
    expect(simulation.proxied.requests).toHaveLength(21);
    expect(arrived(simulation, EVENTS)).toHaveLength(1);
  });

  it('open it with the first that is followed, and close it with the last', async () => {
    const simulation = behindOurs();
    const { proxied, clock } = simulation;
    const tasks = await begin(simulation, 2, '[stall]');
    await clock.advance(5000);
    expect(proxied.open).toBe(1);
    tasks[0]?.stop();
    await clock.advance(5000);
    expect(proxied.open).toBe(1);
    tasks[1]?.stop();
    await clock.advance(5000);
    expect(proxied.open).toBe(0);
    const again = watch(simulation, tasks[0]?.taskId ?? '');
    await clock.advance(1000);
    expect(proxied.open).toBe(1);
    again.stop();
    await clock.advance(0);
    expect(proxied.open).toBe(0);
  });

  it('hear by it of a task whose submit is not answered yet', async () => {
    const simulation = behindOurs();
    const [first] = await begin(simulation, 1, '[stall]');
    await simulation.clock.advance(1000);
    const slow = simulation.proxied.inject({ kind: 'delay', ms: 25_000, on: 'POST /v1/tasks/submit' });
    const accepted = simulation.client.tasks.submit({ model: 'seedream-v5lite', prompt: 'tide' });
    await simulation.clock.advance(25_000);
    const { taskId } = await accepted;
    const second = watch(simulation, taskId);
    await simulation.clock.advance(0);
    // It had ended before its submit was answered.
    expect(second.statuses.at(-1)).toBe('completed');
    expect(single(simulation)).toEqual([]);
    slow();
    first?.stop();
  });

  it('use it also on a page that is loaded with tasks under way, and come down to it', async () => {
    const simulation = behindOurs();
    const taskIds: string[] = [];
    for (let index = 0; index < 6; index++) taskIds.push(await submit(simulation, '[stall]'));
    const client = simulation.reload();
    const tasks = taskIds.map((taskId) => watch({ ...simulation, client }, taskId));
    await simulation.clock.advance(3000);
    expect(simulation.proxied.open).toBe(1);
    const before = simulation.proxied.requests.length;
    await simulation.clock.advance(30_000);
    expect(simulation.proxied.requests).toHaveLength(before);
    expect(tasks.map(({ connections }) => connections.at(-1))).toEqual(Array(6).fill('live'));
    for (const { stop } of tasks) stop();
  });

  it('ask for nothing of the kind where it is not offered', async () => {
    const simulation = simulate();
    const tasks = await begin(simulation, 2);
    await simulation.clock.advance(LONG_ENOUGH_MS);
    expect(tasks.map(({ last }) => last?.status)).toEqual(['completed', 'completed']);
    expect(simulation.gateway.requests.filter(({ path }) => path === EVENTS)).toEqual([]);
    const everybody = simulate({ proxied: { proxy: { authorize: 'public' } } });
    await begin(everybody, 1);
    await everybody.clock.advance(LONG_ENOUGH_MS);
    expect(arrived(everybody, EVENTS)).toEqual([]);
  });

  it('read a task that goes on for far too long, and believe that', async () => {
    const simulation = behindOurs();
    const [task] = await begin(simulation, 1, '[stall]');
    await simulation.clock.advance(10 * 60_000);
    const reads = arrived(simulation, '/query').length;
    expect(reads).toBeGreaterThanOrEqual(5);
    expect(reads).toBeLessThanOrEqual(10);
    expect(arrived(simulation, EVENTS)).toHaveLength(1);
    task?.stop();
  });
});

describe('tasks that the stream does not tell of', () => {
  it('are followed as if there were none', async () => {
    // Another instance of the proxy has the stream.
    const other = behindOurs();
    const simulation = behindOurs([], {
      client: {
        fetch: (incoming) => (incoming.url.endsWith(EVENTS) ? other.proxied.fetch(incoming) : simulation.proxied.fetch(incoming)),
      },
    });
    const { clock } = simulation;
    const tasks = await begin(simulation, 5);
    for (let passed = 0; passed < LONG_ENOUGH_MS; passed += 100) await Promise.all([clock.advance(100), other.clock.advance(100)]);
    const ends = simulation.gateway.ledger.charges.map(({ at }) => at);
    const known = tasks.map(({ endedAt }) => endedAt ?? Number.POSITIVE_INFINITY).sort((a, b) => a - b);
    expect(known.map((at, index) => at - (ends[index] ?? 0)).filter((delay) => delay > 3000)).toEqual([]);
  });
});
