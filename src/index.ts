export * from './client.js';
export * from './cost.js';
export * from './recommend.js';
export * from './reuse.js';
export * from './store.js';
export * from './text.js';
export { expandPrompts } from './core/batch/prompts.js';
// Before the components: behind them a bundler makes chunks of the words that all of them share.
export { english } from './react/words/english.js';
export * from './components/index.js';
export * from './provider.js';
export type { Asset } from './core/outcome/asset.js';
export type { UsageQuery } from './core/wire/account.js';
export type { Usage } from './core/wire/account-readings.js';
export type { ListedModel, ListedRates, ModelListing, RateListing } from './core/catalog/listings.js';
export type {
  ImageModelInACallForVideo,
  ImageRequestOf,
  NotTakenByThisModel,
  TaskRequestOf,
  VideoModelInACallForImages,
  VideoRequestOf,
} from './core/catalog/requests-of-model.js';
export type { GenerationParent, GenerationRequest, ImageRequest, VideoRequest } from './core/catalog/requests.js';
export type { Balance } from './core/wire/quota.js';
export type { ModelEntry } from './core/catalog/models.js';
export type { GenerationProgress, ImageGenerationState, ImageGenerationStatus, VideoTaskState, VideoTaskStatus } from './core/places/states.js';
export type { BalanceResult, CostEstimateResult, FirstFrameResult, ImageEditResult, ImageGenerationResult, ModelRecommendationResult, ModelsResult, ReadStatus, TasksResult, UploadResult, UsageResult, VideoTaskResult } from './react/hook-results.js';
export type { CaptionResult, MessageResult, PromptAssistResult } from './react/text-results.js';
export type { ImageConversationResult } from './react/conversation-result.js';
export type { AssetSearchResult } from './react/search-result.js';
export type { AssetSearchActions, AssetSearchModels, AssetSearchOptions, AssetSearchState } from './core/search/states.js';
export type { BatchResult } from './react/batch-result.js';
export type { PromptsResult } from './react/usePrompts.js';
export type { PromptImport, PromptInput, PromptsActions, PromptsSearch, PromptsState, RecentPrompt, SavedDraft, SavedPrompt } from './core/prompts/states.js';
export type { BatchCell, BatchCellStatus, BatchColumn, BatchCost, BatchInput, BatchOptions, BatchParams, BatchPreview, BatchPrice, BatchProblem, BatchState, BatchWait } from './core/batch/states.js';
export type { ConversationOptions, ConversationState, ConversationTurn, TurnInput } from './core/conversation/states.js';
export type { UploadedPicture, UploadSettings } from './core/uploads/uploads.js';
export type { FirstFrame, FirstFrameSettings } from './core/client/first-frame.js';
export type { Connection, TaskStatus } from './core/outcome/status.js';
export type { CatalogStanding } from './core/catalog/overlay.js';
export type { GenerationCost, TaskFailure, TaskSnapshot } from './core/outcome/snapshot.js';
