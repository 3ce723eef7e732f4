import { describe, expect, it } from 'vitest';
import { createSemaphore } from '../../../src/core/tasks/concurrency.js';

describe('places', () => {
  it('that become fewer are given back before another has one', async () => {
    let count = 3;
    const places = createSemaphore(() => count);
    const taken = await Promise.all([places.take(), places.take(), places.take()]);
    count = 1;
    let waited = false;
    const waits = places.take().then(() => (waited = true));
    taken[0]?.();
    taken[0]?.();
    taken[1]?.();
    await Promise.resolve();
    expect(waited).toBe(false);
    taken[2]?.();
    await waits;
    expect(waited).toBe(true);
  });
});
