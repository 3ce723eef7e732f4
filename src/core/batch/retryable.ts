import type { BatchCell } from './states.js';

/**
 * Whether `retry` makes another attempt at a cell: at one that failed and cost nothing, and where it is named also at one
 * that was cancelled for nothing.
 */
export function isRetryable({ status, cost }: Pick<BatchCell, 'status' | 'cost'>, isNamed: boolean): boolean {
  return cost.billed === 'no' && (status === 'failed' || (status === 'cancelled' && isNamed));
}
