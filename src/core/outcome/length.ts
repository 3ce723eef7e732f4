import type { TaskSnapshot } from './snapshot.js';

/** Milliseconds from acceptance to end, both by one clock; `undefined` where it does not name both, or in another order. */
export function lengthOf({ submittedAt, completedAt }: Pick<TaskSnapshot, 'submittedAt' | 'completedAt'>): number | undefined {
  return submittedAt === undefined || completedAt === undefined || completedAt < submittedAt ? undefined : completedAt - submittedAt;
}
