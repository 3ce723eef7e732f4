import { createClient } from 'bytespike-react';
import { describe, expect, it } from 'vitest';
import { createEstimates } from '../../../src/core/tasks/estimates.js';
import { createStreamPlaces } from '../../../src/core/tasks/stream-places.js';
import { createRandom, SEED } from '../../support/chance.js';
import { countCalls } from '../../support/count-calls.js';
import { createManualClock } from '../../support/manual-clock.js';
// Loads what a client would wait for in simulated time.
import '../../support/simulation.js';
import { gatewayOfWaits, type WaitingTask } from '../../support/waits.js';

/** Places with tasks at them, by the seconds until each should end. */
function placesOf({ count = 2, isMoving = true }) {
  let places = count;
  const streams = createStreamPlaces(() => places, () => isMoving);
  const left: number[] = [];
  const take = (seconds: number) => streams.take({ left: () => seconds, leave: () => left.push(seconds) });
  return { streams, left, take, resize: (to: number) => (places = to) };
}

describe('places for streams', () => {
  it('go from the task that ends last to one that should end clearly before it', () => {
    const { left, take } = placesOf({});
    take(20);
    take(30);
    expect(take(10)).toBeTypeOf('function');
    expect(left).toEqual([30]);
    expect(take(5)).toBeTypeOf('function');
    expect(left).toEqual([30, 20]);
  });

  it('stay where the other ends a little before, is unknown, or is the same', () => {
    const { left, take } = placesOf({});
    take(20);
    take(30);
    expect([27, 27.1, 30, Infinity].map(take)).toEqual(Array(4).fill(undefined));
    expect(left).toEqual([]);
    expect(take(26.9)).toBeTypeOf('function');
  });

  it('of tasks of which nothing is known go to any of which something is, and to none of their own kind', () => {
    const { left, take } = placesOf({ count: 1 });
    take(Infinity);
    expect(take(Infinity)).toBeUndefined();
    expect(take(500)).toBeTypeOf('function');
    expect(left).toEqual([Infinity]);
  });

  it('stay where there are many, and with who has one for all tasks', () => {
    const many = placesOf({ count: 1, isMoving: false });
    many.take(30);
    expect(many.take(1)).toBeUndefined();
    const { streams, take } = placesOf({ count: 1 });
    streams.take();
    expect([take(1), streams.take()]).toEqual([undefined, undefined]);
  });

  it('that are given back go to the one that should end next, once; what was taken away frees nothing', () => {
    const { streams, take, resize } = placesOf({ count: 1 });
    const first = take(30);
    const second = take(10);
    const woken: number[] = [];
    for (const seconds of [9, 4, 5]) streams.onFree(() => seconds, () => (woken.push(seconds), take(seconds)));
    streams.onFree(() => 1, () => woken.push(1))();
    first?.();
    expect(woken).toEqual([]);
    second?.();
    second?.();
    expect(woken).toEqual([4]);
    resize(3);
    streams.recount();
    expect(woken).toEqual([4, 5, 9]);
    resize(1);
    streams.recount();
    expect(take(8)).toBeUndefined();
  });
});

describe('what estimates have been worth', () => {
  function worthOf(ends: readonly (readonly [seconds: number, estimate: number])[]) {
    const estimates = createEstimates();
    for (const [seconds, estimate] of ends) estimates.ended(seconds, estimate);
    return { factor: estimates.factor(), earliest: estimates.earliest(30), spread: estimates.spread() };
  }

  it.each([
    ['nothing, before any has ended', [], undefined],
    ['what they say, once one came true', [[11, 10]], '1.0'],
    ['nothing, after one or two that were wrong', [[30, 10], [60, 20]], undefined],
    ['three times what they say, after three of that', [[30, 10], [60, 20], [33, 11]], '3.0'],
    ['the same with one that was different', [[30, 10], [60, 20], [33, 11], [40, 11], [90, 30]], '3.0'],
    ['nothing, where two of five differ', [[30, 10], [60, 20], [33, 11], [11, 11], [30, 30]], undefined],
    ['nothing, where all were estimated alike and those that ended one after another took about as long', [[3, 16], [3.2, 16], [3.4, 16], [3.6, 16]], undefined],
    ['a fifth, where five that were estimated alike did', [[3, 16], [3.2, 16], [3.4, 16], [3.3, 16], [3.2, 16]], '0.2'],
    ['what the latest five say', [[30, 10], [60, 20], [33, 11], [10, 10], [20, 20], [11, 11], [30, 30], [15, 15]], '1.0'],
  ] as const)('is %s', (_, ends, factor) => {
    expect(worthOf(ends).factor?.toFixed(1)).toBe(factor);
  });

  it('says from when on a task may end, where each is wrong by its own', () => {
    expect(worthOf([[5, 10], [40, 20], [11, 11]])).toMatchObject({ earliest: 7.5, spread: 4 });
  });

  it.each([
    ['none has ended', []],
    ['two were wrong', [[5, 10], [40, 20]]],
  ] as const)('takes a third of it for that moment, after %s', (_, ends) => {
    expect(worthOf(ends)).toMatchObject({ earliest: 10, spread: undefined });
  });

  it.each([
    ['where one came true', [[11, 10]]],
    ['where all are wrong by the same', [[5, 10], [10, 20], [6, 12]]],
    ['where all were estimated alike', [[5, 10], [20, 11], [10, 12]]],
    ['where they say nothing', [[1, 10], [40, 20], [10, 12]]],
  ] as const)('does not say that %s', (_, ends) => {
    expect(worthOf(ends)).toMatchObject({ earliest: undefined, spread: undefined });
  });
});

describe('tasks on HTTP/1.1', () => {
  /** Submits and follows them one by one, and says what was asked for of each, and when each end was known. */
  async function follow(tasks: readonly WaitingTask[], seconds: number) {
    const clock = createManualClock();
    const gateway = gatewayOfWaits(clock, tasks);
    const asked = tasks.map((): string[] => []);
    const delays: number[] = [];
    const fetch = async (request: Request) => {
      const task = /(?<=task_)\d+/.exec(request.url + (await request.clone().text()))?.[0];
      const call = /query|stream/.exec(request.url)?.[0];
      if (call !== undefined) asked[Number(task)]?.push(`${call} at ${Math.round(clock.now() / 1000)}`);
      return gateway.fetch(request);
    };
    const client = createClient({ baseUrl: 'https://app.example/api', fetch, clock, storage: null, random: () => 0.5 });
    await client.preload('tasks');
    for (const [index, { endsAfter }] of tasks.entries()) {
      const begun = clock.now();
      void client.tasks
        .submit({ model: 'of-tomorrow', prompt: 'tide' }, { outTaskId: String(index) })
        .then(({ taskId }) => client.tasks.follow(taskId))
        .then(() => (delays[index] = (clock.now() - begun) / 1000 - endsAfter));
      await clock.advance(5000);
    }
    await clock.advance(seconds * 1000);
    return { asked, delays };
  }

  it('hear of the one that ends first by its stream, whichever was first, and do not read the one that gave way at once', async () => {
    const { asked, delays } = await follow([60, 90, 100, 10].map((endsAfter) => ({ endsAfter, estimate: endsAfter })), 120);
    expect(delays.map((delay) => delay < 0.01)).toEqual([true, true, true, true]);
    const [, , last, first] = asked;
    expect(first).toEqual(['stream at 15']);
    expect(last?.[0]).toBe('stream at 10');
    expect(last).not.toContain('query at 15');
    expect(last?.at(-1)).toBe('stream at 25');
  });

  it.each([
    ['right', (endsAfter: number) => endsAfter],
    ['wrong, each by its own', (endsAfter: number, index: number) => endsAfter * [0.4, 1, 2.5][index % 3]!],
    ['missing', () => undefined],
  ])('have four connections at most, twenty at once, whose estimates are %s', async (_, estimate) => {
    const clock = createManualClock();
    const tasks = Array.from({ length: 20 }, (_task, index) => 3 + ((index * 7) % 20)).map((endsAfter, index) => ({ endsAfter, estimate: estimate(endsAfter, index) }));
    const gateway = gatewayOfWaits(clock, tasks);
    const calls = countCalls(async (request) => {
      const answer = await gateway.fetch(request);
      await new Promise<void>((resolve) => clock.setTimeout(resolve, 30));
      return answer;
    });
    const client = createClient({ baseUrl: 'https://app.example/api', fetch: calls.fetch, clock, storage: null, random: createRandom(SEED) });
    await client.preload('tasks');
    const ended: number[] = [];
    tasks.forEach((_task, index) => {
      void client.tasks
        .submit({ model: 'of-tomorrow', prompt: 'tide' }, { outTaskId: String(index) })
        .then(({ taskId }) => client.tasks.follow(taskId))
        .then(() => ended.push(index));
    });
    for (let step = 0; step < 300; step++) await clock.advance(100);
    expect(ended).toHaveLength(20);
    expect(calls.most()).toBe(4);
  });

  it('do not lose their places for long to tasks that never end', async () => {
    const stuck = { endsAfter: 100_000, estimate: 5 };
    const { delays } = await follow([stuck, stuck, stuck, { endsAfter: 40, estimate: 40 }], 60);
    expect(delays[3]).toBeLessThan(0.01);
  });
});
