'use client';

import { useEffect, useMemo } from 'react';
import { createSearchRun } from '../core/search/search-run.js';
import type { AssetSearchOptions } from '../core/search/states.js';
import type { AssetSearchResult } from './search-result.js';
import type { UseCall } from './flavour.js';
import { markHandled } from './mark-handled.js';
import { useRun } from './useRun.js';

/** Here and not among `keys`: nothing is read under it, and a page without search carries none of it. */
const KEY = ['bytespike', 'search'];

export interface UseAssetSearch {
  /**
   * Finds in the history what a query means, in other words or in another language. Until `index` is called, or
   * `automatic` set, it searches by words and asks nobody: texts that are embedded cost money, and each search does, which
   * nobody can say before, for it is on no rate card. `basis` says how results were found; without the two endpoints,
   * offline and after a failure that is `text`.
   *
   * @param query what is searched for; left out where a component asks, as `AssetGallery` does
   * @param options.limit how many results there are at most, 20 by default
   * @param options.models the models that place texts and put them into order
   * @param options.tasks what is searched; the history by default
   * @param options.captions what is seen in results, by `outTaskId`
   * @param options.automatic asks by meaning without a call of `index`
   * @example
   * const { results, basis, indexed, total, index } = useAssetSearch(query);
   */
  (query?: string, options?: AssetSearchOptions): AssetSearchResult;
}

export function createUseAssetSearch(useCall: UseCall): UseAssetSearch {
  return function useAssetSearch(query, options) {
    const { run, state } = useRun(createSearchRun, 'search');
    // What is the same as before says nothing new.
    useEffect(() => run.see({ ...options, query }));
    const call = useCall(KEY, run.index);
    const actions = useMemo(() => ({ ask: run.ask, stop: run.stop, index: () => markHandled(call(undefined)) }), [run, call]);
    return useMemo(() => ({ ...state, ...actions }), [state, actions]);
  };
}
