import type { BytespikeError } from '../core/base/errors.js';
import type { CostEstimate } from '../core/catalog/cost.js';
import type { AsOf, Catalog, UsualWait } from '../core/catalog/model.js';
import type { ModelEntry } from '../core/catalog/models.js';
import type { CatalogStanding } from '../core/catalog/overlay.js';
import type { ImageId, ImageRequestOf, VideoId, VideoRequestOf } from '../core/catalog/requests-of-model.js';
import type { GenerationRequest, ImageEditInput } from '../core/catalog/requests.js';
import type { Price } from '../core/money/balance-view.js';
import type { Asset } from '../core/outcome/asset.js';
import type { TaskSnapshot } from '../core/outcome/snapshot.js';
import type { ImageGenerationState, VideoTaskState } from '../core/places/states.js';
import type { FirstFrame } from '../core/client/first-frame.js';
import type { FirstFrameState, FrameChoice, UploadState } from '../core/places/upload-run.js';
import type { UploadedPicture } from '../core/uploads/uploads.js';
import type { Recommendation } from '../core/recommend/brief.js';
import type { TaskRecord } from '../core/records/task-store.js';
import type { UsageQuery } from '../core/wire/account.js';
import type { Usage } from '../core/wire/account-readings.js';
import type { Balance } from '../core/wire/quota.js';

/** Its actions are the same functions for as long as the hook has the same client and place, so that effects may name them. */
export interface VideoTaskResult extends VideoTaskState {
  /**
   * Generates one video. Resolves when the task has ended, whatever the end.
   * @throws BytespikeError when the request is refused, or the outcome cannot be known.
   */
  generate<const Id extends VideoId>(request: VideoRequestOf<Id>): Promise<TaskSnapshot>;
  /**
   * The same, by its former name. `client.tasks.submit` resolves when a task is accepted, this one
   * when it has ended.
   * @deprecated Call `generate`.
   */
  submit<const Id extends VideoId>(request: VideoRequestOf<Id>): Promise<TaskSnapshot>;
  /** Asks the gateway to stop rendering. Resolves with what the gateway then says. */
  cancel(): Promise<TaskSnapshot>;
  /** Follows a task that exists, by its task id or its `outTaskId`. */
  resume(id: string): Promise<TaskSnapshot>;
  /** Looks an `unknown` task up again by its idempotency key. Never submits. */
  check(): Promise<TaskSnapshot | undefined>;
  /** Forgets the task here; it goes on rendering. */
  reset(): void;
}

/** What generating and editing have in common. Actions are the same functions for as long as the hook has the same client and place. */
interface ImageResult extends ImageGenerationState {
  /** Those that ended, newest first; empty unless they are kept. */
  runs: readonly ImageGenerationState[];
  /** Stops waiting. A synchronous image call cannot be cancelled upstream and may still be billed. */
  cancel(): Promise<void>;
  /** Forgets the images here; what is under way goes on, and stays in the history. */
  reset(): void;
}

export interface ImageGenerationResult extends ImageResult {
  /**
   * Generates images. Resolves with them.
   * @throws BytespikeError; `code: 'outcome_unknown'` when the answer was lost and may be billed.
   */
  generate<const Id extends ImageId>(request: ImageRequestOf<Id>): Promise<readonly Asset[]>;
}

export interface ImageEditResult extends ImageResult {
  /**
   * Edits an image. Resolves with the results.
   * @throws BytespikeError; `code: 'outcome_unknown'` when the answer was lost and may be billed.
   */
  generate<const Id extends ImageId>(request: ImageRequestOf<Id> & ImageEditInput): Promise<readonly Asset[]>;
}

export interface TasksResult {
  /** Tasks, and synchronous images, which never have a `taskId`; newest first. */
  tasks: readonly TaskRecord[];
  /** Forgets one here, by its key. It goes on rendering. */
  remove(outTaskId: string): void;
  /** Forgets all here. They go on rendering. */
  clear(): void;
}

/** How a read stands; what was read before stays while it is read again. */
export type ReadStatus = 'pending' | 'success' | 'error';

/** What reads have in common. */
interface ReadResult {
  status: ReadStatus;
  error: BytespikeError | undefined;
  /** Reads again. */
  refresh(): Promise<void>;
}

/** Money left, less what tasks under way may still cost. One and the same for all who look at it. */
export interface BalanceResult extends ReadResult {
  /** USD that can be spent on something new; `undefined` before anybody told. What is `held` is off it already. */
  available: number | undefined;
  /** USD that tasks under way may still cost. */
  held: number;
  /** USD left on the key, as the gateway told. */
  key: number | undefined;
  /** USD left in the organisation's wallet, as the gateway told; organisation keys only. */
  organisation: number | undefined;
  /** Whether `available` is below `lowThreshold`. */
  low: boolean;
  /** USD; `lowBelow` of the hook, else what the gateway says; `undefined` when neither named one. */
  lowThreshold: number | undefined;
  /** Whether it can be paid; true while the balance is unknown, since the gateway decides. Of an estimate the most counts. */
  canAfford(cost: Price): boolean;
  /** USD that are missing for it; 0 when none are, or nothing is known. */
  shortfall(cost: Price): number;
  /** Who told: the headers of an answer that came anyway, or one of two reads. */
  source: Balance['source'] | undefined;
  /** When the gateway told, give or take 30 s; milliseconds since the epoch, by this machine. */
  updatedAt: number | undefined;
  /** Whether the figure may be out of date: the last read of it failed, or nothing told it for five minutes. */
  stale: boolean;
}

export interface ModelsResult extends ReadResult {
  models: readonly ModelEntry[];
  /** `live` once the gateway said what the key reaches; the built-in catalog until then. */
  source: 'built-in' | 'live';
  /** A moment for `live`, else the month of the catalog. */
  asOf: AsOf;
  /**
   * The built-in catalog with what the gateway says laid over it, reach and rates: what
   * `estimateCost` and `recommendModel` take. Each rate says its own date.
   */
  catalog: Catalog;
}

/**
 * What `useModelRecommendation` gives: the recommendation itself, and how it stands. Until it is
 * `ready` there is no `model`, and the lists are empty.
 */
export type ModelRecommendationResult = Recommendation &
  CatalogStanding & {
    /** `loading` while the part that reads prompts is on its way, once for a page; `error` when it could not be loaded. */
    status: 'loading' | 'ready' | 'error';
    error: BytespikeError | undefined;
  };

/** What `useCostEstimate` gives: what sending exactly this costs and takes. */
export interface CostEstimateResult extends CatalogStanding {
  /** What the figures are of, as plain data: files are left out. */
  request: GenerationRequest;
  /** USD; `undefined` for a model without a known rate. It says its own source and date. */
  estimate: CostEstimate | undefined;
  /** Usual seconds from submit to end, and who says so; `undefined` where nobody does. */
  expectedSeconds: UsualWait | undefined;
}

export interface UploadResult extends UploadState {
  /** Whether the proxy has a place for pictures; `undefined` before it answered anything. */
  offered: boolean | undefined;
  /**
   * Puts a picture where the gateway can read it. Another one that is under way is cancelled.
   * @throws BytespikeError `unsupported_image`, `upload_limit`, or what any call may fail by
   */
  upload(file: Blob): Promise<UploadedPicture>;
  /** Stops what is under way. */
  cancel(): void;
  reset(): void;
}

export interface FirstFrameResult extends FirstFrameState {
  /** Whether the proxy has a place for pictures, which frames of clips need; `undefined` before it answered anything. */
  offered: boolean | undefined;
  /**
   * What a clip begins with, from a result, a file, or a frame of a clip: the last one unless `at`
   * says another. Spread into its request. Another one that is under way is cancelled.
   * @throws BytespikeError `invalid_config` where there is no place for it, `network_error` where the page may not read it, or what an upload may fail by
   */
  take(source: Asset | Blob, choice?: FrameChoice): Promise<FirstFrame>;
  /** Stops what is under way. */
  cancel(): void;
  reset(): void;
}

export interface UsageResult extends ReadResult {
  usage: Usage | undefined;
  /** What was asked for, so that whoever shows the figures can say of what they are. */
  query: UsageQuery;
}
