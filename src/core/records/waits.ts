import { waitKey } from '../catalog/observed.js';
import { isTerminal } from '../outcome/status.js';
import type { SubmittedRecord } from './task-store.js';

/** What a person waits for at most; a record that says more was left lying. */
const LONGEST_SECONDS = 3600;
/**
 * A task that goes on for so many times its wait is stuck as likely as not.
 * @source ours: no range of the catalog is as wide
 */
export const STUCK = 4;

/** What has ended since the latest that goes on: how long it took, and when its last one ended, by this machine. */
interface Ended {
  seconds: number[];
  until: number;
}

/**
 * How long tasks took that are remembered, in seconds, in their order, by what it depends on. It follows from
 * the records themselves, so that it is bounded as they are, belongs to the same user, and is forgotten with them.
 *
 * Of tasks that are under way together the quick ones end first, and say nothing of the others: what was
 * submitted after one that goes on does not count until that has ended, too, or is stuck.
 */
export function waitsOf(records: readonly SubmittedRecord[]): ReadonlyMap<string, readonly number[]> {
  const ended = new Map<string, Ended>();
  for (const { request, snapshot, createdAt } of records) {
    const key = waitKey(request);
    const { seconds, until } = ended.get(key) ?? { seconds: [], until: 0 };
    if (snapshot === undefined || !isTerminal(snapshot.status)) {
      if (until - createdAt <= STUCK * 1000 * Math.max(0, ...seconds)) ended.delete(key);
      continue;
    }
    const took = secondsOf(snapshot);
    if (took !== undefined) ended.set(key, { seconds: [...seconds, took], until: Math.max(until, createdAt + took * 1000) });
  }
  return new Map([...ended].map(([key, { seconds }]) => [key, seconds]));
}

/** By the gateway's clock, both of them. */
function secondsOf({ status, submittedAt, completedAt }: NonNullable<SubmittedRecord['snapshot']>): number | undefined {
  if (status !== 'completed' || submittedAt === undefined || completedAt === undefined) return undefined;
  const seconds = (completedAt - submittedAt) / 1000;
  return seconds > 0 && seconds <= LONGEST_SECONDS ? seconds : undefined;
}
