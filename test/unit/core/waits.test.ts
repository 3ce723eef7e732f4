import { describe, expect, it } from 'vitest';
import { observedWaits } from '../../../src/core/records/read-waits.js';
import { createReadPlan } from '../../../src/core/tasks/read-plan.js';
import { createTaskStore, type SubmittedRecord, taskStore } from '../../../src/core/records/task-store.js';
import { waitsOf } from '../../../src/core/records/waits.js';
import { createManualClock } from '../../support/manual-clock.js';
import { createMemoryStorage } from '../../support/memory-storage.js';

const REQUEST = { model: 'veo-3.1-fast', prompt: 'tide', durationSeconds: 4 };

let made = 0;
/** A film that took so many seconds. */
function record(seconds: number, change: Partial<SubmittedRecord> = {}): SubmittedRecord {
  const number = ++made;
  const snapshot = { taskId: `t${number}`, status: 'completed', assets: [], cost: { billed: 'yes' }, submittedAt: 1e12, completedAt: 1e12 + seconds * 1000 } as const;
  return { version: 1, outTaskId: `k${number}`, taskId: `t${number}`, request: REQUEST, createdAt: number, snapshot, ...change };
}

describe('how long tasks of a user took', () => {
  it('follows from their records, in their order, for each kind of request apart', () => {
    const longer = { ...REQUEST, durationSeconds: 8 };
    const waits = waitsOf([record(10), record(20), record(90, { request: longer }), record(30)]);
    expect([...waits.values()]).toEqual([[10, 20, 30], [90]]);
  });

  it('says nothing of what goes on, failed, was not timed, or was left lying', () => {
    const one = record(10);
    const snapshot = one.snapshot!;
    const odd = [
      record(0),
      record(4000),
      { ...record(1), snapshot: undefined },
      ...([{ status: 'failed' }, { status: 'running' }, { submittedAt: undefined }, { completedAt: 1 }] as const).map((change) => ({ ...record(1), snapshot: { ...snapshot, ...change } })),
    ];
    expect(waitsOf(odd)).toEqual(new Map());
  });
});

describe('tasks that are under way together', () => {
  const LENGTHS = Array.from({ length: 20 }, (_, index) => 3 + ((index * 7) % 20));
  /** All submitted at once, a millisecond apart, looked at after so many seconds. */
  const batchAt = (at: number) => LENGTHS.map((seconds) => running(record(seconds), at < seconds)).reverse();
  const running = (one: SubmittedRecord, isSo: boolean): SubmittedRecord => ({ ...one, snapshot: isSo ? { ...one.snapshot!, status: 'running', completedAt: undefined } : one.snapshot });
  const only = (records: readonly SubmittedRecord[]) => [...waitsOf(records).values()].flat();

  it('say nothing by those that end first, and all once all have ended', () => {
    const inOrder = LENGTHS.toReversed();
    for (const at of [3, 8, 15, 21]) {
      const oldest = LENGTHS.findIndex((seconds) => seconds > at);
      expect(only(batchAt(at))).toEqual(inOrder.slice(20 - oldest));
    }
    expect(only(batchAt(23))).toEqual(inOrder);
  });

  it('count up to the oldest that goes on, of those of another kind nothing', () => {
    const [before, slow, after] = [record(10), running(record(60), true), record(12)];
    const other = running(record(60, { request: { ...REQUEST, durationSeconds: 8 } }), true);
    expect(only([other, after, slow, before])).toEqual([10]);
    expect(only([after, { ...slow, snapshot: undefined }, before])).toEqual([10]);
    expect(only([other, after, before])).toEqual([12, 10]);
  });

  it('do not wait for one that is stuck: others have ended since, and it took four times as long as any', () => {
    const stuck = running(record(10), true);
    const later = (seconds: number, after: number) => record(seconds, { createdAt: stuck.createdAt + after * 1000 });
    expect(only([later(10, 29), later(10, 12), stuck])).toEqual([]);
    expect(only([later(10, 31), later(10, 12), stuck])).toEqual([10, 10]);
  });
});

describe('what is expected of the next one', () => {
  const open = (scope: string, storage = createMemoryStorage()) => ({ memory: { storage, scope } });

  it('is known after a reload, to this user and to no other, until it is forgotten', () => {
    const storage = createMemoryStorage();
    const before = createTaskStore(open('ada', storage).memory);
    for (const seconds of [60, 64, 66]) before.put(record(seconds));
    const after = open('ada', storage);
    expect(observedWaits(taskStore(after))(REQUEST)).toEqual({ min: 54, max: 72 });
    expect(observedWaits(taskStore(after))({ ...REQUEST, durationSeconds: 8 })).toBeUndefined();
    expect(observedWaits(taskStore(open('bob', storage)))(REQUEST)).toBeUndefined();
    taskStore(after).clear();
    expect(observedWaits(taskStore(after))(REQUEST)).toBeUndefined();
  });

  it('follows each task that ends', () => {
    const client = open('ada');
    const observed = observedWaits(taskStore(client));
    expect(observed(REQUEST)).toBeUndefined();
    for (const seconds of [60, 64, 66]) taskStore(client).put(record(seconds));
    expect(observed(REQUEST)).toEqual({ min: 54, max: 72 });
  });

  it('is the estimate of the gateway where such estimates are wrong by less than waits differ', () => {
    const leftAfter = (waits: readonly number[]) => {
      const store = taskStore(open('ada'));
      for (const seconds of waits) store.put(record(seconds));
      const plan = createReadPlan({ clock: createManualClock(), random: () => 0.5, store });
      for (const [elapsed, estimate] of [[10, 20], [30, 20], [20, 40]] as const) plan.ended({ request: REQUEST, estimate, elapsed }, false);
      return plan.left({ request: REQUEST, estimate: 50, elapsed: 0 });
    };
    expect(leftAfter([5, 30, 60])).toBe(50);
    expect(leftAfter([60, 64, 66])).toBe(63);
  });
});
