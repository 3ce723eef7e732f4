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
