export * from './client.js';
export * from './cost.js';
export * from './recommend.js';
export * from './reuse.js';
export * from './store.js';
// Before the components: behind them a bundler makes chunks of the words that all of them share.
export { english } from './react/words/english.js';
export * from './components/index.js';
export * from './provider.js';
export type { Asset } from './core/asset.js';
export type { ListedModel, ListedRates, ModelListing, RateListing, Usage, UsageQuery } from './core/account.js';
export type {
  ImageModelInACallForVideo,
  ImageRequestOf,
  NotTakenByThisModel,
  TaskRequestOf,
  VideoModelInACallForImages,
  VideoRequestOf,
} from './core/narrowed-requests.js';
export type { GenerationRequest, ImageRequest, VideoRequest } from './core/requests.js';
export type { Balance } from './core/quota.js';
export type { ModelEntry } from './core/models.js';
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
