import type { BatchState } from './states.js';

const cost = { price: { cells: 0, min: 0, max: 0, exact: true, unpriced: 0, unit: 'USD', source: 'built-in', asOf: '' }, billed: 0, unsettled: 0, upTo: 0, cancel: { isFree: true, max: 0 } } as const;
const counts = { waiting: 0, submitting: 0, queued: 0, running: 0, cancelling: 0, completed: 0, failed: 0, cancelled: 0, unknown: 0 };

/** Nothing was begun here. */
export const noBatch: BatchState = { status: 'idle', rows: [], columns: [], cells: [], counts, progress: 0, cost, waitingFor: undefined, error: undefined };
