import { describe, expect, it } from 'vitest';
import { observedWaits } from '../../../src/core/records/read-waits.js';
import { createTaskStore, type SubmittedRecord, taskStore } from '../../../src/core/records/task-store.js';
import { waitsOf } from '../../../src/core/records/waits.js';
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
});
