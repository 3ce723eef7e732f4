/** `pending` on the wire is `queued` here: accepted, upstream not contacted yet. */
export type TaskStatus = 'queued' | 'running' | 'completed' | 'failed' | 'cancelled';

/** From the first to the last word. */
export const TASK_STATUSES: readonly TaskStatus[] = ['queued', 'running', 'failed', 'cancelled', 'completed'];

/** From `failed` on nothing changes any more. */
const FIRST_END = 2;

export function isTerminal(status: TaskStatus): boolean {
  return TASK_STATUSES.indexOf(status) >= FIRST_END;
}

/** Whether it has ended and what was paid for is there: a completed task without a result is read again. */
export function isSettled({ status, assets }: { status: TaskStatus; assets: readonly unknown[] }): boolean {
  return isTerminal(status) && (status !== 'completed' || assets.length > 0);
}

/** How fresh what we know of a task is; says nothing about the task itself. */
export type Connection = 'idle' | 'live' | 'polling' | 'reconnecting' | 'offline';
