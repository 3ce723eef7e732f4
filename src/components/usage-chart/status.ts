import type { UsageResult } from '../../react/hook-results.js';

/**
 * `closed` where nobody will tell; `error` when it could not be read and nothing was told before, `stale` when something
 * was; `empty` where nothing was spent.
 */
export type UsageChartStatus = 'loading' | 'closed' | 'error' | 'empty' | 'stale' | 'ready';

/** Answers of a proxy or a gateway that does not show usage at all, or not as it was asked for. */
const CLOSED = [400, 403, 404];

/** One word from which text and `data-status` derive. */
export function usageStatus({ usage, error }: UsageResult): UsageChartStatus {
  if (usage === undefined) {
    if (error === undefined) return 'loading';
    return CLOSED.includes(error.status ?? 0) ? 'closed' : 'error';
  }
  if (error !== undefined) return 'stale';
  return usage.buckets.length === 0 && usage.missing === undefined ? 'empty' : 'ready';
}
