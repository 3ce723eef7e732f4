import { describe, expect, it } from 'vitest';
import { createDeferredWrites } from '../../../src/server/store/deferred-writes.js';
import { createManualClock } from '../../support/manual-clock.js';

describe('what is written after money was spent', () => {
  function bench() {
    const clock = createManualClock();
    const logged: string[] = [];
    const log = (message: string) => void logged.push(message);
    const written: string[] = [];
    const store = { isThere: false };
    const later = createDeferredWrites({ clock, logger: { info: log, warn: log, error: log } });
    const entry = (name: string) => async () => {
      if (!store.isThere) throw new Error('redis://user:password@host');
      written.push(name);
    };
    return { clock, logged, written, store, later, entry };
  }

  it('is written at once, and nothing is said', async () => {
    const { later, entry, store, written, logged } = bench();
    store.isThere = true;
    expect([await later.write(entry('a')), written, logged]).toEqual([true, ['a'], []]);
  });

  it('waits for a store that fails, in order, and says so once', async () => {
    const { later, entry, store, written, clock, logged } = bench();
    expect(await Promise.all(['a', 'b', 'c'].map((name) => later.write(entry(name))))).toEqual([false, false, false]);
    await clock.advance(60_000);
    expect([written, logged.length]).toEqual([[], 1]);
    store.isThere = true;
    await clock.advance(10_000);
    expect(written.sort()).toEqual(['a', 'b', 'c']);
    expect(logged).toEqual([expect.stringContaining('the store fails'), expect.stringContaining('all is booked')]);
    expect(logged.join('')).not.toContain('password');
    expect(clock.pending).toBe(0);
  });

  it('is held up by none that never can be written', async () => {
    const { later, entry, store, written, clock } = bench();
    void later.write(() => Promise.reject(new Error('never')));
    void later.write(entry('a'));
    await clock.advance(500);
    store.isThere = true;
    await clock.advance(2000);
    expect(written).toEqual(['a']);
  });

  it('is given up from the oldest on when it is too much to keep', async () => {
    const { later, entry, store, written, clock, logged } = bench();
    const MIB = 1024 * 1024;
    await Promise.all(Array.from({ length: 5 }, (_, name) => later.write(entry(String(name)), 64 * MIB)));
    store.isThere = true;
    await clock.advance(60_000);
    expect(written.sort()).toEqual(['1', '2', '3', '4']);
    expect(logged.at(-1)).toContain('1 entries');
  });
});
