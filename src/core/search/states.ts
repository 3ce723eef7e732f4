import type { BytespikeError } from '../base/errors.js';
import type { TaskRecord } from '../records/task-store.js';
import type { Captions } from './texts.js';

export interface AssetSearchModels {
  /** Places texts by their meaning. @default 'bge-large-zh-v1.5' */
  embedding?: string | undefined;
  /** Holds the best fifty against the query, and puts them into order; `null` leaves them in the order of the vectors, and costs nothing. @default 'bge-reranker-v2-m3' */
  rerank?: string | null | undefined;
}

export interface AssetSearchOptions {
  /** How many results there are at most. @default 20 */
  limit?: number | undefined;
  /** The two models that are asked; the proxy has to list both under `text`. */
  models?: AssetSearchModels | undefined;
  /** What is searched, newest first. @default the history, as `useTasks` lists it */
  tasks?: readonly TaskRecord[] | undefined;
  /** What is seen in results, where the app keeps that, by `outTaskId`: what `useCaption` said, for example. Embedded beside the prompts. @default none */
  captions?: Captions | undefined;
  /** Embeds what is missing, and asks by meaning, without a call of `index`. It costs money. @default false */
  automatic?: boolean | undefined;
}

export interface AssetSearchState {
  /** What the results are of; empty where nothing is searched for. */
  query: string;
  /** `idle`: nothing is searched for. `searching`: the results are those of the words alone until the answer is there. */
  status: 'idle' | 'searching' | 'done';
  /** The best first by meaning, else newest first; everything while nothing is searched for. */
  results: readonly TaskRecord[];
  /** How the results were found: by what the words mean, or by the words themselves. */
  basis: 'meaning' | 'text';
  /** Whether a second model has put them into order. */
  reranked: boolean;
  /** Whether search by meaning was asked for, by `index` or `automatic`. */
  byMeaning: boolean;
  /** Whether texts are being embedded. */
  indexing: boolean;
  /** Texts that are embedded, and kept on this device. */
  indexed: number;
  /** Texts that there are: prompts and captions, each once. The rest is embedded by `index`; what that costs nobody says, for it is on no rate card. */
  total: number;
  /** Why something was not asked by meaning, or not put into order; the results are there all the same. */
  error: BytespikeError | undefined;
}

export interface AssetSearchActions {
  /**
   * Searches, where a component holds the words and no `query` is given.
   * @param among those that may be found @default all
   */
  ask(query: string, among?: readonly TaskRecord[]): void;
  /**
   * Embeds what is missing, `total - indexed` texts, and asks by meaning from then on; what is made later is embedded
   * with the next search. It costs money, and each search does.
   * @returns resolves once all are embedded; why not is in `error`
   */
  index(): Promise<void>;
  /** Asks nothing any more: results are those of the words. What is embedded is kept. */
  stop(): void;
}

/** What a place is given from outside, again with each change. */
export interface AssetSearchGiven extends AssetSearchOptions {
  /** `undefined` where a component asks. */
  query: string | undefined;
}

/** One place of an interface that searches. */
export interface AssetSearchRun extends AssetSearchActions {
  get(): AssetSearchState;
  initial(): AssetSearchState;
  subscribe(listener: () => void): () => void;
  see(given: AssetSearchGiven): void;
}
