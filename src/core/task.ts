import type { Asset } from './asset.js';
import type { Billed } from './errors.js';

/** `pending` on the wire is `queued` here: accepted, upstream not contacted yet. */
export type TaskStatus = 'queued' | 'running' | 'completed' | 'failed' | 'cancelled';

/** Money of one generation, in USD with at most six decimals. */
export interface GenerationCost {
  /** The gateway's own estimate, once it gave one. */
  estimated?: number | undefined;
  /** What was taken, once that is known. */
  final?: number | undefined;
  billed: Billed;
}

/** Why a task failed, as plain data. */
export interface TaskFailure {
  /** The gateway's word, for example `content_policy_violation`. */
  code: string;
  message: string;
}

/** One reading of a task. Plain data; merge readings with {@link mergeSnapshots}. */
export interface TaskSnapshot {
  taskId: string;
  /** The client's idempotency key, under which the task can be found again. */
  outTaskId?: string | undefined;
  model?: string | undefined;
  status: TaskStatus;
  /** The gateway's own word, when it is none of ours; such a task counts as running. */
  statusText?: string | undefined;
  assets: readonly Asset[];
  cost: GenerationCost;
  error?: TaskFailure | undefined;
  /** The gateway's estimate of the whole wait, in seconds from submit. */
  estimatedSeconds?: number | undefined;
  /** Milliseconds since the epoch, by the server's clock. */
  submittedAt?: number | undefined;
  /** Milliseconds since the epoch, by the server's clock. */
  completedAt?: number | undefined;
}

const RANK: Record<TaskStatus, number> = { queued: 0, running: 1, failed: 2, cancelled: 2, completed: 2 };

export function isTerminal(status: TaskStatus): boolean {
  return RANK[status] === 2;
}

/**
 * One reading laid over another. A terminal status absorbs everything after it, a rank never
 * falls, and what a later reading leaves out is kept. Returns `previous` itself when the new
 * reading says nothing new, so that an identity check is enough to skip a render.
 */
export function mergeSnapshots(previous: TaskSnapshot | undefined, next: TaskSnapshot): TaskSnapshot {
  if (previous === undefined) return next;
  const [newer, older] = order(previous, next);
  const merged: TaskSnapshot = {
    ...older,
    ...defined(newer),
    statusText: newer.statusText,
    assets: newer.assets.length > 0 ? newer.assets : older.assets,
    cost: { ...older.cost, ...defined(newer.cost) },
  };
  return same(previous, merged) ? previous : merged;
}

/** Which of two readings speaks last; between two different ends, a paid-for result wins. */
function order(previous: TaskSnapshot, next: TaskSnapshot): [newer: TaskSnapshot, older: TaskSnapshot] {
  const rise = RANK[next.status] - RANK[previous.status];
  if (rise !== 0) return rise > 0 ? [next, previous] : [previous, next];
  if (!isTerminal(next.status) || next.status === previous.status) return [next, previous];
  return next.status === 'completed' ? [next, previous] : [previous, next];
}

function defined<T extends object>(value: T): Partial<T> {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as Partial<T>;
}

function same(a: TaskSnapshot, b: TaskSnapshot): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .filter(([, entry]) => entry !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, entry]) => [key, sorted(entry)]);
}
