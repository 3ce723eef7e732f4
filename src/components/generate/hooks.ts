import type { RecommendationBrief } from '../../core/recommend/brief.js';
import type { GenerationRequest } from '../../core/catalog/requests.js';
import type { BalanceResult, CostEstimateResult, ImageEditResult, ImageGenerationResult, ModelRecommendationResult, ModelsResult, VideoTaskResult } from '../../react/hook-results.js';

/** The hooks of a flavour, as far as the panel is made of them. Components know no flavour: one hands them over. */
export interface GenerationHooks {
  useBalance: () => BalanceResult;
  useCostEstimate: (request: GenerationRequest) => CostEstimateResult;
  useImageEdit: () => ImageEditResult;
  useImageGeneration: (options: { via: 'sync' | 'task' | undefined; persist: string | undefined }) => ImageGenerationResult;
  useModelRecommendation: (brief: RecommendationBrief) => ModelRecommendationResult;
  useModels: () => ModelsResult;
  useVideoTask: (options: { persist: string | undefined }) => VideoTaskResult;
}
