import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeSnapshots, type TaskSnapshot } from '../../../src/core/task.js';

const reading = (status: TaskSnapshot['status'], extra: Partial<TaskSnapshot> = {}): TaskSnapshot => ({
  taskId: 't1',
  status,
  assets: status === 'completed' ? [{ kind: 'video', url: 'https://cdn.example/v.mp4' }] : [],
  cost: { billed: status === 'completed' ? 'yes' : 'no' },
  ...extra,
});

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

  const anyReading = fc
    .record({
      status: fc.constantFrom<TaskSnapshot['status']>('queued', 'running', 'completed', 'failed', 'cancelled'),
      statusText: fc.option(fc.constantFrom('warming', 'upscaling'), { nil: undefined }),
      estimatedSeconds: fc.option(fc.nat(3), { nil: undefined }),
      submittedAt: fc.option(fc.nat(3), { nil: undefined }),
      final: fc.option(fc.nat(2), { nil: undefined }),
      url: fc.option(fc.constantFrom('https://a.example', 'https://b.example'), { nil: undefined }),
      failure: fc.option(fc.constantFrom('one', 'two'), { nil: undefined }),
    })
    .map(({ status, statusText, estimatedSeconds, submittedAt, final, url, failure }) =>
      reading(status, {
        statusText: status === 'running' ? statusText : undefined,
        estimatedSeconds,
        submittedAt,
        assets: status === 'completed' && url !== undefined ? [{ kind: 'video', url }] : [],
        cost: { final, billed: status === 'completed' ? 'yes' : 'no' },
        error: status === 'failed' && failure !== undefined ? { code: failure, message: failure } : undefined,
      }),
    );
  const mergeAll = (readings: readonly TaskSnapshot[]) =>
    readings.reduce<TaskSnapshot | undefined>(mergeSnapshots, undefined);

  it('comes to one state whatever the order and the duplicates', () => {
    fc.assert(
      fc.property(fc.array(anyReading, { minLength: 1, maxLength: 6 }), fc.infiniteStream(fc.nat()), (readings, draws) => {
        const expected = mergeAll(readings);
        const shuffled = [...readings, ...readings.slice(0, 2)]
          .map((entry) => ({ entry, at: draws.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ entry }) => entry);
        expect(mergeAll(shuffled)).toEqual(expected);
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
