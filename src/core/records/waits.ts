import { waitKey } from '../catalog/observed.js';
import type { SubmittedRecord } from './task-store.js';

/** What a person waits for at most; a record that says more was left lying. */
const LONGEST_SECONDS = 3600;

/**
 * How long tasks took that are remembered, in seconds, in their order, by what it depends on. It follows from
 * the records themselves, so that it is bounded as they are, belongs to the same user, and is forgotten with them.
 */
export function waitsOf(records: readonly SubmittedRecord[]): ReadonlyMap<string, readonly number[]> {
  const waits = new Map<string, number[]>();
  for (const { request, snapshot } of records) {
    const { submittedAt, completedAt } = snapshot?.status === 'completed' ? snapshot : {};
    if (submittedAt === undefined || completedAt === undefined) continue;
    // By the gateway's clock, both of them.
    const seconds = (completedAt - submittedAt) / 1000;
    if (seconds <= 0 || seconds > LONGEST_SECONDS) continue;
    const key = waitKey(request);
    waits.set(key, [...(waits.get(key) ?? []), seconds]);
  }
  return waits;
}
