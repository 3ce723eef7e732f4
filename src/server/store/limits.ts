import type { Limits } from './store.js';

/** What `authorize: 'public'` lets each address do when `limits` says nothing. */
export const PUBLIC_LIMITS: Limits = { requests: { max: 60, perSeconds: 60 }, tasksInFlight: 20 };

/** Whether every limit in it is one that can be held. A slip here would be no limit at all. */
export function areLimits(value: unknown): value is Limits {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).every(([name, limit]: [string, unknown]) => {
    if (limit === undefined) return true;
    if (name === 'tasksInFlight') return isCount(limit);
    if (name === 'requests') return isWindow(limit, 'max');
    return name === 'spend' && isWindow(limit, 'usd');
  });
}

function isWindow(value: unknown, most: 'max' | 'usd'): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { [most]: max, perSeconds } = value as Record<string, unknown>;
  return isCount(max) && isCount(perSeconds) && perSeconds > 0;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}
