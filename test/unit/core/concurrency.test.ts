import { describe, expect, it } from 'vitest';
import { createSemaphore } from '../../../src/core/tasks/concurrency.js';

describe('places', () => {
  it('that become more go to those who wait, the lowest rank first, and to no more than there are', () => {
    let count = 1;
    const places = createSemaphore(() => count);
    const taken = [places.tryTake()];
    expect(places.tryTake()).toBeUndefined();
    const woken: number[] = [];
    for (const rank of [3, 1, 2]) places.onFree(() => rank, () => (woken.push(rank), taken.push(places.tryTake())));
    count = 3;
    places.recount();
    expect(woken).toEqual([1, 2]);
    expect(taken).not.toContain(undefined);
  });

  it('that become fewer are given back before another has one', async () => {
    let count = 3;
    const places = createSemaphore(() => count);
    const taken = [places.tryTake(), places.tryTake(), places.tryTake()];
    count = 1;
    let waited = false;
    const waits = places.take().then(() => (waited = true));
    taken[0]?.();
    taken[1]?.();
    await Promise.resolve();
    expect([waited, places.tryTake()]).toEqual([false, undefined]);
    taken[2]?.();
    await waits;
    expect(waited).toBe(true);
  });
});
