import type { AssetSearchState } from './states.js';

/** Nothing was looked for, nor at. */
export const noSearch: AssetSearchState = { query: '', status: 'idle', results: [], basis: 'text', reranked: false, byMeaning: false, indexing: false, indexed: 0, total: 0, error: undefined };
