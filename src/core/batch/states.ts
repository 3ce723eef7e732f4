import type { BytespikeError } from '../base/errors.js';
import type { CostEstimate } from '../catalog/cost.js';
import type { AsOf } from '../catalog/model.js';
import type { GenerationRequest, ImageRequest, ModelId, VideoRequest } from '../catalog/requests.js';
import type { ImageModelId, VideoModelId } from '../catalog/catalog.js';
import type { Asset } from '../outcome/asset.js';
import type { GenerationCost } from '../outcome/snapshot.js';
import type { CancelCost } from '../places/cancel-cost.js';
import type { GenerationProgress } from '../places/states.js';

/** What is asked for beside a prompt and a model: the fields of a request for an image or a clip. */
export interface BatchParams extends Omit<ImageRequest, 'model' | 'prompt' | 'parent' | 'aspectRatio' | 'seed' | 'negativePrompt'>, Omit<VideoRequest, 'model' | 'prompt' | 'parent'> {}

/** One column: a model, and what is asked of it. */
export interface BatchColumn extends BatchParams {
  model: ModelId<ImageModelId | VideoModelId>;
}

/** What is made: each prompt by each model with each of the params. */
export interface BatchInput {
  /** The rows; `expandPrompts` makes them of templates and values. */
  prompts: readonly string[];
  /** Ids of the catalog, of images and of clips; or an id with what is asked of this model alone, which goes before `params`. */
  models: readonly (BatchColumn['model'] | BatchColumn)[];
  /** What is asked of every model; each of several is a column of its own for each model. @default nothing */
  params?: BatchParams | readonly BatchParams[] | undefined;
  /**
   * How images are made. `task`: found again after a lost answer behind every proxy, and cancelled. `sync`: one request
   * each, found again behind a proxy that keeps answers. Clips are tasks, and what draws in a conversation is `sync`.
   * @default 'task'
   */
  via?: 'task' | 'sync' | undefined;
  /** How many cells are under way at once, at most; fewer while the gateway refuses more. @default 8 */
  atOnce?: number | undefined;
}

export type BatchCellStatus =
  /** Not sent yet. */
  | 'waiting'
  | 'submitting'
  | 'queued'
  | 'running'
  | 'cancelling'
  | 'completed'
  /** Refused, or the model made nothing of it; `error` says why, and whether it was billed. */
  | 'failed'
  | 'cancelled'
  /** Nobody knows what became of it, and it may be billed. It is looked up, and not sent again by itself. */
  | 'unknown';

/** One prompt by one model. The same object for as long as it is in the same state. */
export interface BatchCell {
  /** Names it in `cancel` and `retry`, for as long as the batch is there. */
  key: string;
  /** The idempotency key of its latest attempt, which names its record in the history. */
  outTaskId: string;
  /** Of the gateway's, once it has accepted it; never of a synchronous image. */
  taskId: string | undefined;
  /** Places in `rows` and `columns` of the batch, from 0. */
  row: number;
  column: number;
  prompt: string;
  model: string;
  /** All that is asked for. */
  request: GenerationRequest;
  status: BatchCellStatus;
  assets: readonly Asset[];
  cost: GenerationCost;
  /** By the catalog; `undefined` for a model without a price. */
  estimate: CostEstimate | undefined;
  error: BytespikeError | undefined;
  progress: GenerationProgress;
}

/** What cells cost by the catalog, before they are sent. USD. */
export interface BatchPrice {
  cells: number;
  min: number;
  /** The most that those with a price can cost; equal to `min` when `exact`. */
  max: number;
  /** Whether the rate card names exactly this, for all of them. When not, show "up to `max`". */
  exact: boolean;
  /** How many have no price that anybody knows: what they cost comes on top. */
  unpriced: number;
  unit: 'USD';
  /** `live` when all prices are of the gateway's own card. */
  source: CostEstimate['source'];
  /** Of the oldest figure. */
  asOf: AsOf;
}

/** A cell that cannot be made, and why; the first of those that say the same. */
export interface BatchProblem {
  /** Places of the first such cell, from 0; `undefined` where it is of the whole batch. */
  row: number | undefined;
  column: number | undefined;
  /** How many cells it is about. */
  cells: number;
  field: string | undefined;
  /** What, why, and what to do. */
  message: string;
}

/** What a batch would be, before it is begun. */
export interface BatchPreview extends BatchPrice {
  /** USD that the balance, or the user's limit of the proxy, is short of `max`; 0 when nothing is, or nobody knows. */
  shortfall: number;
  /** Why it would be refused; none when it can be begun. */
  problems: readonly BatchProblem[];
}

/** What a batch costs so far. USD. */
export interface BatchCost {
  /** Of all cells, as the catalog had it. */
  price: BatchPrice;
  /** What was taken, by the gateway's own word. */
  billed: number;
  /** How many cells were billed, or may have been, and nobody has said how much. */
  unsettled: number;
  /** The most that the whole may still come to: what was billed, and for all else its price; `undefined` where that is not known of a cell. */
  upTo: number | undefined;
  /** What cancelling the rest costs now. */
  cancel: CancelCost;
}

/** Why cells that wait are not sent at the moment. */
export type BatchWait =
  /** The gateway asked for fewer calls (`rate-limit`), or fails. `until`: milliseconds since the epoch, by this machine. */
  | { reason: 'rate-limit' | 'gateway-error'; until: number }
  /** There is no connection; it goes on by itself when there is. */
  | { reason: 'connection' };

export interface BatchState {
  /** `running` while cells go on or wait, in whichever tab; `done` once none does. */
  status: 'idle' | 'running' | 'paused' | 'done';
  /** The prompts. */
  rows: readonly string[];
  columns: readonly BatchColumn[];
  /** Row by row; their order never changes. */
  cells: readonly BatchCell[];
  counts: Readonly<Record<BatchCellStatus, number>>;
  /** Share of the cells that have ended, from 0 to 1. */
  progress: number;
  cost: BatchCost;
  waitingFor: BatchWait | undefined;
  /** Why it paused by itself: what was refused is refused for all, such as money that is missing. */
  error: BytespikeError | undefined;
}

export interface BatchOptions {
  /** Names the place; its batch is there again after a reload, and in another tab. */
  persist: string;
}

/** What can be done with a batch. */
export interface BatchActions {
  /**
   * Begins a batch here. Resolves once it is written down, which is before its first request. The same again while it
   * is under way is one batch.
   * @throws BytespikeError before any request: `invalid_param` for what cannot be made, with the cells, or while another batch is under way here; `insufficient_balance` where the balance is known to be short
   */
  begin(input: BatchInput): Promise<void>;
  /** Sends no further cells; those that are under way go on. */
  pause(): void;
  resume(): void;
  /** Cancels one cell, or all that have not ended. One that waits costs nothing, one that runs what its model's cancel says. */
  cancel(key?: string): void;
  /**
   * Asks once more for all that failed and cost nothing, or for one cell by its key, which may also be one that was
   * cancelled for nothing. One that is `unknown` has to be named, and is looked for: a task is sent again, under the same
   * key, only once the gateway has said that it does not know it; an image of one request is found where a proxy has
   * kept its answer, and never made again.
   */
  retry(key?: string): void;
  /** Empties the place. What is under way goes on, and stays in the history; what waits is never sent. */
  reset(): void;
}

export interface BatchRun extends BatchActions {
  get(): BatchState;
  /** What is known before the browser is looked at: nothing. */
  initial(): BatchState;
  subscribe(listener: () => void): () => void;
  start(): (() => void) | undefined;
  /** What this would be: its price, and why it would be refused. `undefined` for the moment until that part is loaded. */
  preview(input: BatchInput): BatchPreview | undefined;
}
