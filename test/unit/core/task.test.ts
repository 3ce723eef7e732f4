import { fc } from '../../support/chance.js';
import { describe, expect, it } from 'vitest';
import { mergeSnapshots, type TaskSnapshot } from '../../../src/core/outcome/snapshot.js';
import { anyDelivery, anyReading, mergeAll, reading } from '../../support/any-reading.js';

describe('merging readings of a task', () => {
  it('drops a reading that would move the task backwards', () => {
    const running = reading('running');
    expect(mergeSnapshots(running, reading('queued'))).toBe(running);
  });

  it('keeps what a later reading leaves out', () => {
    const first = reading('queued', { estimatedSeconds: 30, cost: { estimated: 0.21, billed: 'no' } });
    const merged = mergeSnapshots(first, reading('running'));
    expect(merged).toMatchObject({ status: 'running', estimatedSeconds: 30, cost: { estimated: 0.21 } });
  });

  it('returns the same object for news that is none, so that nothing renders', () => {
    const running = reading('running', { estimatedSeconds: 30 });
    expect(mergeSnapshots(running, reading('running', { estimatedSeconds: 30 }))).toBe(running);
  });

  it('knows the same facts whatever the order of their fields', () => {
    const known = reading('running', { cost: { estimated: 0.21, billed: 'no' } });
    expect(mergeSnapshots(known, reading('running', { cost: { billed: 'no', estimated: 0.21 } }))).toBe(known);
    const stored = reading('running', { cost: { billed: 'no', estimated: 0.21 } });
    expect(mergeSnapshots(stored, known)).toBe(stored);
  });

  it('forgets an unknown status word once a known one follows', () => {
    const odd = reading('running', { statusText: 'upscaling' });
    expect(mergeSnapshots(odd, reading('completed')).statusText).toBeUndefined();
  });

  it('takes a link that was signed anew', () => {
    const link = (url: string, expiresAt: number) => [{ kind: 'video', url, expiresAt } as const];
    const old = reading('completed', { assets: link('https://cdn.example/v?signed=1', 1000) });
    const fresh = reading('completed', { assets: link('https://cdn.example/v?signed=2', 2000) });
    expect(mergeSnapshots(old, fresh).assets[0]?.url).toContain('signed=2');
    expect(mergeSnapshots(fresh, old)).toBe(fresh);
  });

  it('takes a link without an end over one that dies, whichever came first', () => {
    const own = reading('completed', { assets: [{ kind: 'video', url: 'https://bucket.example/a', readAt: 1 }] });
    const dying = reading('completed', { assets: [{ kind: 'video', url: 'https://cdn.example/z', expiresAt: 9e15 }] });
    expect([mergeSnapshots(own, dying), mergeSnapshots(dying, own)]).toEqual([own, own]);
  });

  it('takes the later one of two links that say no end', () => {
    const at = (url: string, readAt: number) => reading('completed', { assets: [{ kind: 'video', url, readAt }] });
    const [first, second] = [at('https://cdn.example/z', 1), at('https://cdn.example/a', 2)];
    expect([mergeSnapshots(first, second), mergeSnapshots(second, first)]).toEqual([second, second]);
  });

  // The long run of the same is in test/faults.
  it('comes to one state whatever the order and the duplicates', () => {
    fc.assert(
      fc.property(anyDelivery, ({ readings, delivered }) => {
        expect(mergeAll(delivered)).toEqual(mergeAll(readings));
      }),
      { numRuns: 2000 },
    );
  });

  it('never loses a completed result, and completes once', () => {
    fc.assert(
      fc.property(fc.array(anyReading, { maxLength: 6 }), fc.nat(6), (others, at) => {
        const all = [...others.slice(0, at), reading('completed'), ...others.slice(at)];
        let state: TaskSnapshot | undefined;
        let completions = 0;
        for (const next of all) {
          const before: string | undefined = state?.status;
          state = mergeSnapshots(state, next);
          if (state.status === 'completed' && before !== 'completed') completions++;
        }
        expect(state).toMatchObject({ status: 'completed', cost: { billed: 'yes' } });
        expect(state?.assets).toHaveLength(1);
        expect(completions).toBe(1);
      }),
    );
  });
});
