/** `pending` on the wire is `queued` here: accepted, upstream not contacted yet. */
export type TaskStatus = 'queued' | 'running' | 'completed' | 'failed' | 'cancelled';

/** From the first to the last word. */
export const TASK_STATUSES: readonly TaskStatus[] = ['queued', 'running', 'failed', 'cancelled', 'completed'];

/** The one that is further; of two different ends, the later in the order wins. */
export function furtherOf(a: TaskStatus, b: TaskStatus): TaskStatus {
  return TASK_STATUSES[Math.max(TASK_STATUSES.indexOf(a), TASK_STATUSES.indexOf(b))]!;
}

export function isTerminal(status: TaskStatus): boolean {
  return TASK_STATUSES.indexOf(status) >= TASK_STATUSES.indexOf('failed');
}

/** Whether it has ended and what was paid for is there: a completed task without a result is read again. */
export function isSettled({ status, assets }: { status: TaskStatus; assets: readonly unknown[] }): boolean {
  return isTerminal(status) && (status !== 'completed' || assets.length > 0);
}

/** How fresh what we know of a task is; says nothing about the task itself. */
export type Connection = 'idle' | 'live' | 'polling' | 'reconnecting' | 'offline';
