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

  it('never loses a completed result, in any order and with any duplicates', () => {
    const events = fc.array(
      fc.constantFrom(reading('queued'), reading('running'), reading('failed'), reading('cancelled')),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(events, fc.nat(8), (others, at) => {
        const all = [...others.slice(0, at), reading('completed'), ...others.slice(at)];
        const end = all.reduce<TaskSnapshot | undefined>(mergeSnapshots, undefined);
        expect(end?.status).toBe('completed');
        expect(end?.assets).toHaveLength(1);
      }),
    );
  });
});
