export { type Asset, isSafeAssetUrl } from './core/asset.js';
export { type BalanceState, type BalanceWatch, type BalanceWatchOptions, createBalanceState, type Price } from './core/balance.js';
export {
  type Catalog,
  catalog,
  findModel,
  type ImageModel,
  type ImageModelId,
  type Model,
  type OpenModel,
  type OpenRate,
  typicalSeconds,
  type VideoModel,
  type VideoModelId,
} from './core/catalog.js';
export { type Client, type ClientOptions, createClient } from './core/client.js';
export { type CancelCost, cancelCost, type CostBasis, type CostEstimate, estimateCost } from './core/cost.js';
export { type Billed, BytespikeError, type BytespikeErrorCode, isBytespikeError } from './core/errors.js';
export type { ImageEditInput, ImageEditRequest, Images } from './core/images.js';
export type {
  ImageModelInACallForVideo,
  ImageRequestOf,
  NotTakenByThisModel,
  TaskRequestOf,
  VideoModelInACallForImages,
  VideoRequestOf,
} from './core/narrowed-requests.js';
export {
  type Exclusion,
  type ExclusionCode,
  type ReasonCode,
  type Recommendation,
  type RecommendationBrief,
  type RecommendationReason,
  type RecommendedModel,
  type RecommendedParams,
  recommendModel,
  type Suggestion,
} from './core/recommend/index.js';
export type { GenerationRequest, ImageRequest, VideoRequest } from './core/requests.js';
export type { ListedModel, ListedRates, ModelListing, RateListing, Usage, UsageQuery } from './core/account.js';
export { type LiveFigures, overlayCatalog } from './core/live-catalog.js';
export type { Balance } from './core/quota.js';
export type { ModelEntry } from './core/models.js';
export type { ImageRecord } from './core/image-store.js';
export { type SubmittedRecord, type TaskRecord, type TaskStore, taskStore } from './core/store.js';
export type {
  BalanceResult,
  CatalogStanding,
  Connection,
  CostEstimateResult,
  GenerationProgress,
  ImageEditResult,
  ImageGenerationResult,
  ImageGenerationState,
  ImageGenerationStatus,
  ModelRecommendationResult,
  ModelsResult,
  ReadStatus,
  TasksResult,
  UsageResult,
  VideoTaskResult,
  VideoTaskState,
  VideoTaskStatus,
} from './core/results.js';
export type { GenerationCost, TaskFailure, TaskSnapshot } from './core/task.js';
export type { TaskStatus } from './core/task-status.js';
export type { TaskReference, Tasks } from './core/tasks.js';
export * from './components/index.js';
export { english } from './react/words/english.js';
export type { MessageOverrides, Messages } from './react/words/messages.js';
export { type Appearance, BytespikeProvider, type BytespikeProviderProps } from './react/provider.js';
