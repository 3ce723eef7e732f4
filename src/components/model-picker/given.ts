import type { Catalog } from '../../core/catalog/model.js';
import type { ModelEntry } from '../../core/catalog/models.js';
import type { Exclusion, RecommendationReason, Suggestion } from '../../core/recommend/brief.js';
import type { GenerationRequest } from '../../core/catalog/requests.js';

/** The models to choose from, and what they cost: the result of `useModels` fits whole. */
export interface PickableModels {
  models: readonly ModelEntry[];
  catalog: Catalog;
}

/** What "Auto" follows: the result of `useModelRecommendation`, or of `recommendModel`, fits whole. */
export interface PickedRecommendation {
  /** Id of the model; absent while it is being looked for, and when none fits. */
  model?: string | undefined;
  reasons: readonly RecommendationReason[];
  excluded?: readonly Exclusion[] | undefined;
  suggestions?: readonly Suggestion[] | undefined;
  expectedSeconds?: { min: number; max: number } | undefined;
  /** @default 'ready' */
  status?: 'loading' | 'ready' | 'error' | undefined;
}

/** Left to the recommendation, in place of a model's id. */
export const AUTO = 'auto';

/** Everything that the list and the button are made from. */
export interface Offer extends PickableModels {
  recommendation: PickedRecommendation | undefined;
  /** What is being asked for, whichever model it names. */
  request: GenerationRequest | undefined;
}

export function entryOf({ models }: PickableModels, id: string | undefined): ModelEntry | undefined {
  return id === undefined ? undefined : models.find((entry) => entry.id === id);
}
