import { createClient } from 'bytespike-react';
import { describe, expect, it } from 'vitest';
import { EVEN_SECONDS, nextRead } from '../../../src/core/tasks/cadence.js';
import { createDoubt } from '../../../src/core/tasks/doubt.js';
import { createEstimates } from '../../../src/core/tasks/estimates.js';
import { createManualClock } from '../../support/manual-clock.js';
// Loads what a client would wait for in simulated time.
import '../../support/simulation.js';
import { gatewayOfWaits } from '../../support/waits.js';

const EXPECTED = { min: 12, max: 20 };
const RANGE = { expected: EXPECTED, basis: 'catalog' } as const;
const doubtOf = (clock = createManualClock()) => createDoubt({ clock, random: () => 0.5 }, createEstimates());

describe('what is said of waits', () => {
  it.each([
    ['ended long before its time', 9.9, true, true],
    ['ended a little before its time', 10.1, true, false],
    ['ended a little after its time', 23.9, true, false],
    ['ended long after its time', 24.1, true, true],
    ['goes on long after its time', 24.1, false, true],
    ['goes on for a little after its time', 23.9, false, false],
    ['has only begun', 1, false, false],
  ])('is doubted or not when a task %s', (_, seconds, isOver, isDoubted) => {
    const doubt = doubtOf();
    const saysSomething = doubt.note(seconds, RANGE, isOver);
    expect(doubt.isOpen('catalog')).toBe(isDoubted);
    expect(saysSomething).toBe(isOver || isDoubted);
  });

  it('is believed again after five tasks that end as they should', () => {
    const doubt = doubtOf();
    doubt.note(40, RANGE, true);
    for (let task = 0; task < 4; task++) doubt.note(15, RANGE, true);
    expect(doubt.isOpen('catalog')).toBe(true);
    doubt.note(15, RANGE, true);
    expect(doubt.isOpen('catalog')).toBe(false);
  });

  it('is doubted where an estimate stands alone, until a task has ended as it said', () => {
    const doubt = doubtOf();
    expect([doubt.isOpen('estimate'), doubt.isOpen('catalog')]).toEqual([true, false]);
    doubt.ended(15, 15);
    expect(doubt.isOpen('estimate')).toBe(false);
  });

  it('is believed again once all estimates are known to be wrong by the same', () => {
    const doubt = doubtOf();
    for (const [seconds, estimate] of [[15, 5], [30, 10]] as const) {
      doubt.note(seconds, RANGE, true);
      doubt.ended(seconds, estimate);
    }
    expect([doubt.isOpen('estimate'), doubt.isOpen('catalog')]).toEqual([true, true]);
    doubt.ended(45, 15);
    expect([doubt.isOpen('estimate'), doubt.isOpen('catalog')]).toEqual([false, false]);
  });

  it('is not doubted for one that was seen to be different, and is for two in a row', () => {
    const doubt = doubtOf();
    const seen = { expected: EXPECTED, basis: 'observed' } as const;
    for (const seconds of [60, 15, 60]) doubt.note(seconds, seen, true);
    expect([doubt.isOpen('observed'), doubt.isOpen('catalog')]).toEqual([false, false]);
    doubt.note(60, seen, true);
    expect([doubt.isOpen('observed'), doubt.isOpen('catalog')]).toEqual([true, false]);
    doubt.note(15, seen, true);
    expect(doubt.isOpen('observed')).toBe(false);
  });

  it('wakes those who rest when estimates that came true do so no longer', async () => {
    const clock = createManualClock();
    const doubt = doubtOf(clock);
    let woken = 0;
    doubt.ended(15, 15);
    doubt.onOpen(() => woken++);
    doubt.ended(15, 14);
    await clock.advance(60_000);
    expect(woken).toBe(0);
    doubt.ended(15, 5);
    await clock.advance(60_000);
    expect(woken).toBe(1);
  });

  it('learns nothing where nothing was said', () => {
    const doubt = doubtOf();
    doubt.note(500, { expected: undefined, basis: undefined }, false);
    expect(doubt.isOpen('catalog')).toBe(false);
  });

  it('wakes those who rest one by one, once, and nobody who has left', async () => {
    const clock = createManualClock();
    const moments = [0.25, 0.75, 0];
    const doubt = createDoubt({ clock, random: () => moments.shift() ?? 0 }, createEstimates());
    const woken: [string, number][] = [];
    for (const name of ['first', 'second', 'third']) {
      const leave = doubt.onOpen(() => woken.push([name, clock.now() / 1000 / EVEN_SECONDS]));
      if (name === 'third') leave();
    }
    doubt.note(40, RANGE, true);
    doubt.note(40, RANGE, true);
    expect(woken).toEqual([]);
    await clock.advance(60_000);
    expect(woken).toEqual([['first', expect.closeTo(0.25)], ['second', expect.closeTo(0.75)]]);
  });
});

describe('reads of a task whose wait is anybody’s guess', () => {
  const evenly = (elapsed: number) => nextRead({ elapsed, expected: EXPECTED, doubted: true, hidden: false });

  it('come evenly, long before its time and long after it, and ever more seldom after minutes', () => {
    expect([0, 6, 12, 19, 30].map(evenly)).toEqual(Array(5).fill(evenly(0)));
    expect(evenly(0)).toBeLessThan(2);
    expect([evenly(100), evenly(10_000)]).toEqual([5, 60]);
  });

  it('are wider before the moment at which such tasks begin to end, and closer since', () => {
    const next = (isSeen: boolean) => (elapsed: number) => nextRead({ elapsed, expected: EXPECTED, doubted: true, notBefore: 5, isSeen, hidden: false });
    const [seen, guessed] = [[0, 2, 4.9, 5, 16].map(next(true)), [0, 2, 4.9, 5, 16].map(next(false))];
    expect(seen).toEqual([4, 3, 0.4, 0.9, 0.9]);
    expect(guessed).toEqual([4, 3, 0.4, evenly(5), evenly(16)]);
  });

  it('are the same where nothing is said of it, and once a minute while nobody looks', () => {
    expect(nextRead({ elapsed: 5, expected: undefined, hidden: false })).toBe(evenly(5));
    expect(nextRead({ elapsed: 5, expected: EXPECTED, doubted: true, hidden: true })).toBe(60);
  });
});

it('a task that ended as it was estimated saves the next one most of its reads', async () => {
  const clock = createManualClock();
  const gateway = gatewayOfWaits(clock, Array(2).fill({ endsAfter: 30, estimate: 30 }));
  // With a stream there is nothing to read.
  const fetch = async (request: Request) => (request.url.includes('/stream/') ? Response.json({ error: { message: 'No streams here.' } }, { status: 404 }) : gateway.fetch(request));
  const client = createClient({ baseUrl: 'https://app.example/api', fetch, clock, storage: null, random: () => 0.5 });
  await client.preload('tasks');
  const readsOf = async (outTaskId: string) => {
    const before = gateway.seen.requests;
    const ended = client.tasks.submit({ model: 'of-tomorrow', prompt: 'tide' }, { outTaskId }).then(({ taskId }) => client.tasks.follow(taskId));
    await clock.advance(60_000);
    expect(await ended).toMatchObject({ status: 'completed' });
    return gateway.seen.requests - before - 1;
  };
  const [first, second] = [await readsOf('0'), await readsOf('1')];
  expect(second).toBeLessThan(first / 2);
});
