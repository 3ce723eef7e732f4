import { estimateCost } from '../core/catalog/cost.js';
import type { TaskRecord } from '../core/records/task-store.js';
import type { Exchange } from './traffic.js';

/** One wish of a person, everything that was asked for it, and what it cost. */
export interface Intent {
  record: TaskRecord;
  /** Oldest first. */
  exchanges: readonly Exchange[];
  /** How often it was sent, looked up, read and called off; answers that were lost; news that streams brought. */
  counts: Record<'submits' | 'lookUps' | 'reads' | 'cancels' | 'lost' | 'news', number>;
  /** USD: the most that it may cost by the catalog; `undefined` where that has no price. */
  before: number | undefined;
  /** USD; `undefined` until somebody says it. */
  after: number | undefined;
}

/** @param records newest first, as they are given back */
export function intentsOf(records: readonly TaskRecord[], traffic: readonly Exchange[]): readonly Intent[] {
  return records.map((record) => {
    const exchanges = traffic.filter((one) => one.outTaskId === record.outTaskId || (one.taskId !== undefined && one.taskId === record.taskId));
    const count = (is: (one: Exchange) => boolean) => exchanges.filter(is).length;
    return {
      record,
      exchanges,
      counts: {
        submits: count((one) => one.for === 'submit' || one.for === 'image'),
        lookUps: count((one) => one.for === 'look-up'),
        reads: count((one) => one.for === 'read'),
        cancels: count((one) => one.for === 'cancel'),
        lost: count(({ state }) => state === 'lost'),
        news: exchanges.reduce((sum, { news = 0 }) => sum + news, 0),
      },
      before: estimateCost(record.request)?.max,
      after: record.snapshot?.cost.final,
    };
  });
}
