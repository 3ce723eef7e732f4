import type { AssetSearchActions, AssetSearchState } from '../core/search/states.js';

/** What was found, and what can be done for more. Actions are the same functions for as long as the hook has the same client. */
export interface AssetSearchResult extends AssetSearchState, AssetSearchActions {}
