/** `pending` on the wire is `queued` here: accepted, upstream not contacted yet. */
export type TaskStatus = 'queued' | 'running' | 'completed' | 'failed' | 'cancelled';

const RANK: Record<TaskStatus, number> = { queued: 0, running: 1, failed: 2, cancelled: 3, completed: 4 };

/** How far a task is; of two different ends, the higher one wins. */
export function rankOf(status: TaskStatus): number {
  return RANK[status];
}

export function isTerminal(status: TaskStatus): boolean {
  return RANK[status] >= RANK.failed;
}

/** Whether it has ended and what was paid for is there: a completed task without a result is read again. */
export function isSettled({ status, assets }: { status: TaskStatus; assets: readonly unknown[] }): boolean {
  return isTerminal(status) && (status !== 'completed' || assets.length > 0);
}

/** How fresh what we know of a task is; says nothing about the task itself. */
export type Connection = 'idle' | 'live' | 'polling' | 'reconnecting' | 'offline';
