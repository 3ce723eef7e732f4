import { fc } from '../../support/chance.js';
import { describe, expect, it } from 'vitest';
import { mergeSnapshots, type TaskSnapshot } from '../../../src/core/outcome/snapshot.js';
import { isSettled, isTerminal } from '../../../src/core/outcome/status.js';
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

  it('takes more assets over links that live longer', () => {
    const of = (...urls: string[]) => urls.map((url) => ({ kind: 'video', url, expiresAt: url.length }) as const);
    const [one, two] = [reading('completed', { assets: of('https://cdn.example/z-that-lives-long') }), reading('completed', { assets: of('https://cdn.example/a', 'https://cdn.example/b') })];
    expect([mergeSnapshots(one, two), mergeSnapshots(two, one)]).toEqual([two, two]);
  });

  it('takes a link that was read at some time over one of which nobody says when', () => {
    const link = (url: string, readAt?: number) => reading('completed', { assets: [{ kind: 'image', url, readAt }] });
    const [read, unsaid] = [link('https://cdn.example/a', 1), link('https://cdn.example/z')];
    expect([mergeSnapshots(read, unsaid), mergeSnapshots(unsaid, read)]).toEqual([read, read]);
  });

  it('keeps the very objects of which nothing new is said, so that what shows them does not render', () => {
    const done = reading('completed');
    const merged = mergeSnapshots(done, reading('completed', { cost: { billed: 'yes', final: 1 } }));
    expect(merged).not.toBe(done);
    expect(merged.assets).toBe(done.assets);
    const failed = reading('failed', { error: { code: 'internal_error', message: 'It broke.' } });
    expect(mergeSnapshots(failed, reading('failed', { error: { ...failed.error! }, completedAt: 1 })).error).toBe(failed.error);
  });

  it('forgets why it failed once its result is there', () => {
    const failed = reading('failed', { error: { code: 'internal_error', message: 'It broke.' } });
    expect(mergeSnapshots(failed, reading('completed')).error).toBeUndefined();
  });

  it('ends as completed, else as cancelled, whichever end came first', () => {
    const ends = ['completed', 'cancelled', 'failed'] as const;
    const merged = ends.map((one) => ends.map((other) => mergeSnapshots(reading(one), reading(other)).status));
    expect(merged).toEqual([['completed', 'completed', 'completed'], ['completed', 'cancelled', 'cancelled'], ['completed', 'cancelled', 'failed']]);
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

describe('the end of a task', () => {
  it('is each of three words, and none of the two before', () => {
    expect((['queued', 'running', 'failed', 'cancelled', 'completed'] as const).map(isTerminal)).toEqual([false, false, true, true, true]);
  });

  it('is settled once what was paid for is there: a completed task without a result is not', () => {
    expect([isSettled({ status: 'completed', assets: [] }), isSettled({ status: 'completed', assets: ['one'] })]).toEqual([false, true]);
    expect([isSettled({ status: 'failed', assets: [] }), isSettled({ status: 'running', assets: ['one'] })]).toEqual([true, false]);
  });
});
