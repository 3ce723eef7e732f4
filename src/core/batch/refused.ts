import type { BytespikeErrorCode } from '../base/errors.js';
import type { CellView } from './cell-run.js';

/** These say nothing of the cell: every other would be told the same until somebody does something about it. */
const OF_ALL = new Set<BytespikeErrorCode>(['insufficient_balance', 'quota_exceeded', 'invalid_api_key', 'missing_api_key', 'not_signed_in', 'proxy_not_found', 'invalid_config']);

/**
 * What follows for the others when one was refused, of which then nothing exists upstream: it is its own failure; or it
 * goes back among those that wait, and all wait for a while, or until somebody resumes them.
 */
export function refusalOf({ isRefused, error }: CellView): 'own' | 'wait' | 'pause' | undefined {
  if (!isRefused || error === undefined || error.billed !== 'no') return undefined;
  if (OF_ALL.has(error.code)) return 'pause';
  return error.code === 'offline' || error.code === 'network_error' || error.status === 429 ? 'wait' : 'own';
}
