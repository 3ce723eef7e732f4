import { toJson } from '../base/json.js';
import { type Kept, readRecord } from './record-shape.js';
import type { Entries } from './storage.js';

/** Records of one kind, each under its idempotency key. A record that did not change is the same object. */
export interface Records<R> {
  get(outTaskId: string): R | undefined;
  put(record: R): void;
  remove(outTaskId: string): void;
  /** Newest first. */
  list(): R[];
}

/** Of records that are over, those beyond this many are forgotten, oldest first. @source ours: what one looks through, and storage has room for */
export const MOST_OVER = 200;

/** One entry for each record, so that two tabs never overwrite one another. */
export function createRecords<R extends Kept>(entries: Entries, kind: 'task' | 'image', isOver: (record: R) => boolean): Records<R> {
  const start = `${kind}:`;
  const parsed = new Map<string, { text: string; record: R | undefined }>();

  function get(outTaskId: string): R | undefined {
    const text = entries.read(start + outTaskId);
    if (text === undefined) {
      parsed.delete(outTaskId);
      return undefined;
    }
    const known = parsed.get(outTaskId);
    if (known?.text === text) return known.record;
    // Whether it is one of this kind was looked at, field by field.
    const record = readRecord(text, outTaskId, kind) as R | undefined;
    parsed.set(outTaskId, { text, record });
    return record;
  }

  function remove(outTaskId: string): void {
    entries.erase(start + outTaskId);
    parsed.delete(outTaskId);
    entries.changed();
  }

  const list = () =>
    entries
      .names(start)
      .flatMap((name) => get(name.slice(start.length)) ?? [])
      .sort(byNewest);

  return {
    get,
    put(record) {
      entries.write(start + record.outTaskId, toJson(record));
      // Not with a new one, nor before there are as many: that is to read all of them, and its request waits, or who hears of its end.
      if (isOver(record) && entries.names(start).length > MOST_OVER) for (const { outTaskId } of list().filter(isOver).slice(MOST_OVER)) remove(outTaskId);
      entries.changed();
    },
    remove,
    list,
  };
}

export function byNewest(a: Kept, b: Kept): number {
  return b.createdAt - a.createdAt || (a.outTaskId < b.outTaskId ? 1 : -1);
}
