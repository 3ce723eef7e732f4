import { describe, expect, it } from 'vitest';
import { type BatchPlan, batchSheet } from '../../../src/core/records/batch-sheet.js';
import { createTaskStore } from '../../../src/core/records/task-store.js';
import { createMemoryStorage } from '../../support/memory-storage.js';

const PLAN: BatchPlan = { version: 1, id: 'bs_1', rows: ['a kettle'], columns: [{ model: 'nano-banana' }], ways: ['image-task'], atOnce: 4 };

function sheets() {
  const storage = createMemoryStorage();
  const open = () => batchSheet(createTaskStore({ storage, scope: 'ann' }), 'shots');
  const names = () => [...Array(storage.length).keys()].map((at) => storage.key(at)!);
  return { storage, open, names };
}

describe('what is written down of a batch', () => {
  it('is read by the next page, and forgotten with the batch', () => {
    const { open, names } = sheets();
    const sheet = open();
    sheet.begin(PLAN);
    sheet.setWish(PLAN, 0, { attempt: 2, isStopped: true, looks: 1 });
    sheet.setNote(PLAN, 0, { attempt: 2, status: 'failed', cost: { billed: 'no', estimated: 0.02, estimatedBy: 'catalog' }, error: { code: 'task_failed', message: 'No.', billed: 'no', retryable: false } });
    sheet.setPause(PLAN, {});
    const next = open();
    expect(next.plan()).toEqual(PLAN);
    expect(next.plan()).toBe(next.plan());
    expect(next.wish(PLAN, 0)).toEqual({ attempt: 2, isStopped: true, looks: 1 });
    expect(next.note(PLAN, 0)).toEqual({ attempt: 2, status: 'failed', cost: { billed: 'no', estimated: 0.02, estimatedBy: 'catalog' }, error: { code: 'task_failed', message: 'No.', billed: 'no', retryable: false } });
    expect(next.pause(PLAN)).toEqual({ error: undefined });
    next.begin({ ...PLAN, id: 'bs_2' });
    expect(names()).toEqual(['bytespike:1:ann:slot:batch shots']);
    next.clear();
    expect(names()).toEqual([]);
    expect(next.plan()).toBeUndefined();
    expect(next.wish(PLAN, 0)).toEqual({ attempt: 1, isStopped: false, looks: 0 });
  });

  it.each<[string, (plan: Record<string, unknown>) => unknown]>([
    ['another version', (plan) => ({ ...plan, version: 2 })],
    ['no id', (plan) => ({ ...plan, id: 1 })],
    ['rows that are no texts', (plan) => ({ ...plan, rows: [1] })],
    ['a column without a model', (plan) => ({ ...plan, columns: [{}] })],
    ['a way that is none', (plan) => ({ ...plan, ways: ['post'] })],
    ['fewer ways than columns', (plan) => ({ ...plan, ways: [] })],
    ['a list', () => []],
  ])('is nothing where a plan has %s', (_, damage) => {
    const { storage, open } = sheets();
    storage.setItem('bytespike:1:ann:slot:batch shots', JSON.stringify(damage({ ...PLAN })));
    expect(open().plan()).toBeUndefined();
  });

  it('is nothing of a wish or a note that is damaged; of money nobody knows anything then', () => {
    const { storage, open } = sheets();
    open().begin(PLAN);
    storage.setItem('bytespike:1:ann:slot:batch wish bs_1.0', '{"attempt":-1}');
    storage.setItem('bytespike:1:ann:slot:batch note bs_1.0', '{"attempt":1,"status":"gone"}');
    expect(open().wish(PLAN, 0)).toEqual({ attempt: 1, isStopped: false, looks: 0 });
    expect(open().note(PLAN, 0)).toBeUndefined();
    storage.setItem('bytespike:1:ann:slot:batch note bs_1.0', '{"attempt":1,"status":"completed","cost":{"final":"much"},"error":7}');
    expect(open().note(PLAN, 0)).toEqual({ attempt: 1, status: 'completed', cost: { billed: 'unknown' } });
    storage.setItem('bytespike:1:ann:slot:batch shots', JSON.stringify({ ...PLAN, atOnce: 'all' }));
    expect(open().plan()).toEqual({ ...PLAN, atOnce: 1 });
  });
});
