'use client';

import { useMemo } from 'react';
import { createBatchRun } from '../core/batch/batch-run.js';
import type { BatchOptions } from '../core/batch/states.js';
import type { BatchResult } from './batch-result.js';
import type { UseCall } from './flavour.js';
import { markHandled } from './mark-handled.js';
import { useRun } from './useRun.js';

/** Here and not among `keys`: nothing is read under it, and a page without batches carries none of it. */
const KEY = ['bytespike', 'batch'];

export interface UseBatch {
  /**
   * Many at once: each prompt by each model. The batch is written down before its first request, and each cell, under
   * an idempotency key of its own, before its request leaves: after a reload, or in another tab, it goes on, and nothing
   * is paid twice. Cells are tasks and images like any others, which `useTasks` lists. A batch goes on while nobody
   * looks, for as long as the page is there.
   *
   * @param options.persist name of the place; its batch is there again after a reload
   * @example
   * const { begin, preview, cells, progress, cancel } = useBatch({ persist: 'products' });
   * void begin({ prompts, models: ['gpt-image-2', 'seedream-v5lite'], params: { size: '1024x1024' } });
   */
  (options: BatchOptions): BatchResult;
}

export function createUseBatch(useCall: UseCall): UseBatch {
  return function useBatch(options) {
    const { run, state } = useRun((client) => createBatchRun(client, options), options.persist);
    const call = useCall(KEY, run.begin);
    const actions = useMemo(() => {
      const { get: _get, initial: _initial, subscribe: _subscribe, start: _start, ...own } = run;
      const begin: BatchResult['begin'] = (input) => markHandled(call(input));
      return { ...own, begin };
    }, [run, call]);
    return useMemo(() => ({ ...state, ...actions }), [state, actions]);
  };
}
