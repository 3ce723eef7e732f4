import type { Billed } from '../base/errors.js';
import { toJson } from '../base/json.js';
import type { Asset } from './asset.js';
import { TASK_STATUSES, type TaskStatus } from './status.js';

/** Money of one generation, in USD with at most six decimals. */
export interface GenerationCost {
  /** About what it costs. Never the last word. */
  estimated?: number | undefined;
  /**
   * Who estimated it: the `gateway` for exactly this, else the client, by the gateway's own rate
   * card (`live-rates`) or by the one that is built in (`catalog`). @default 'gateway'
   */
  estimatedBy?: 'gateway' | 'live-rates' | 'catalog' | undefined;
  /** What was taken, by the gateway's own word; absent for as long as it has not said so. */
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

/**
 * Two readings of one task as one. The result does not depend on the order in which readings
 * arrive, nor on how often each does: every field is joined by a rule of its own (a later status
 * wins, and a completed result wins over every other end; money is never understated; links that
 * live longer win). Returns `previous` itself when `next` says nothing new, so that an identity
 * check is enough to skip a render,
 * and when `next` is of another task.
 */
export function mergeSnapshots(previous: TaskSnapshot | undefined, next: TaskSnapshot): TaskSnapshot {
  if (previous === undefined) return next;
  if (next.taskId !== previous.taskId) return previous;
  const status = furtherOf(previous.status, next.status);
  const merged: TaskSnapshot = {
    taskId: previous.taskId,
    outTaskId: pick(later, previous.outTaskId, next.outTaskId),
    model: pick(later, previous.model, next.model),
    status,
    statusText: status === 'running' ? pick(later, previous.statusText, next.statusText) : undefined,
    assets: mergeAssets(previous.assets, next.assets),
    cost: mergeCost(previous.cost, next.cost),
    error: status === 'failed' ? pick(either, previous.error, next.error) : undefined,
    estimatedSeconds: pick(Math.max, previous.estimatedSeconds, next.estimatedSeconds),
    submittedAt: pick(Math.min, previous.submittedAt, next.submittedAt),
    completedAt: pick(Math.min, previous.completedAt, next.completedAt),
  };
  return isSame(merged, previous) ? previous : merged;
}

/** The one that is further; of two different ends, the later in the order wins. */
function furtherOf(a: TaskStatus, b: TaskStatus): TaskStatus {
  return TASK_STATUSES[Math.max(TASK_STATUSES.indexOf(a), TASK_STATUSES.indexOf(b))]!;
}

function mergeCost(a: GenerationCost, b: GenerationCost): GenerationCost {
  return {
    // Readings are the gateway's: so are their estimates.
    estimated: pick(Math.max, a.estimated, b.estimated),
    final: pick(Math.max, a.final, b.final),
    // 'no' < 'unknown' < 'yes': once billed, billed.
    billed: later(a.billed, b.billed),
  };
}

/**
 * More assets win, then links that live longer, as one does whose end nobody named; of such the one
 * that was read last. So a link that was signed anew replaces the old one.
 */
function mergeAssets(a: readonly Asset[], b: readonly Asset[]): readonly Asset[] {
  const [left, right] = [standingOf(a), standingOf(b)];
  const at = left.findIndex((rank, index) => rank !== right[index]);
  if (at >= 0) return Math.max(left[at]!, right[at]!) === left[at] ? a : b;
  return either(a, b);
}

/** Of as many assets, the first in which they differ decides. */
function standingOf(assets: readonly Asset[]): number[] {
  return [assets.length, ...assets.map(({ expiresAt = Number.POSITIVE_INFINITY }) => expiresAt), ...assets.map(({ readAt = 0 }) => readAt)];
}

/** Of two that differ, always the same one; which one does not matter. */
function either<T>(a: T, b: T): T {
  return !isSame(a, b) && toJson(b) > toJson(a) ? b : a;
}

function later<T extends string>(a: T, b: T): T {
  return ([a, b] as string[]).sort()[1] as T;
}

function pick<T>(choose: (a: T, b: T) => T, a: T | undefined, b: T | undefined): T | undefined {
  return a === undefined || b === undefined ? (a ?? b) : choose(a, b);
}

/** Whether both hold the same facts, absent ones named or not. Each reading asks it some times: it writes nothing out. */
function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  return a === b || Object.keys({ ...a, ...b }).every((key) => isSame(a[key as keyof typeof a], b[key as keyof typeof b]));
}
