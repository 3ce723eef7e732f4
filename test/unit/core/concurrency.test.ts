import { describe, expect, it } from 'vitest';
import { createSlots } from '../../../src/core/tasks/concurrency.js';

describe('places', () => {
  it('that become more go to those who wait, the lowest rank first, and to no more than there are', () => {
    let count = 1;
    const slots = createSlots(() => count);
    const taken = [slots.tryTake()];
    expect(slots.tryTake()).toBeUndefined();
    const woken: number[] = [];
    for (const rank of [3, 1, 2]) slots.onFree(() => rank, () => (woken.push(rank), taken.push(slots.tryTake())));
    count = 3;
    slots.recount();
    expect(woken).toEqual([1, 2]);
    expect(taken).not.toContain(undefined);
  });

  it('that become fewer are given back before another has one', async () => {
    let count = 3;
    const slots = createSlots(() => count);
    const taken = [slots.tryTake(), slots.tryTake(), slots.tryTake()];
    count = 1;
    let waited = false;
    const waits = slots.take().then(() => (waited = true));
    taken[0]?.();
    taken[1]?.();
    await Promise.resolve();
    expect([waited, slots.tryTake()]).toEqual([false, undefined]);
    taken[2]?.();
    await waits;
    expect(waited).toBe(true);
  });
});
