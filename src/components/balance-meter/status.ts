import type { BalanceResult } from '../../react/hook-results.js';

/** What `BalanceMeter` shows: the result of `useBalance` fits whole. */
export type MeteredBalance = Pick<BalanceResult, 'available'> &
  Partial<Pick<BalanceResult, 'held' | 'key' | 'organisation' | 'low' | 'lowThreshold' | 'stale' | 'updatedAt' | 'status' | 'error' | 'refresh'>>;

/**
 * `unknown` before anybody told; `closed` where nobody will tell; `error` when it could not be read
 * and nothing was told before.
 */
export type BalanceStatus = 'unknown' | 'closed' | 'error' | 'ok' | 'low' | 'empty';

/** One word from which text, `data-status` and ARIA derive. */
export function balanceStatus({ available, low = false, error }: MeteredBalance): BalanceStatus {
  if (available === undefined) {
    if (error === undefined) return 'unknown';
    return error.status === 403 || error.status === 404 ? 'closed' : 'error';
  }
  if (available <= 0) return 'empty';
  return low ? 'low' : 'ok';
}
