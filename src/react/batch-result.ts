import type { BatchActions, BatchRun, BatchState } from '../core/batch/states.js';

/** A batch, and what can be done with it. Actions are the same functions for as long as the hook has the same client and place. */
export interface BatchResult extends BatchState, BatchActions, Pick<BatchRun, 'preview'> {}
