import type { CostEstimate } from '../catalog/cost.js';
import type { UsualWait } from '../catalog/model.js';

/** What is to be made, as far as it is known. What the brief leaves open is read from the prompt, or chosen. */
export interface RecommendationBrief {
  kind: 'image' | 'video';
  prompt?: string | undefined;
  /** `draft` to try things out, `final` to be used, `hero` for the one that has to be the best. */
  purpose?: 'draft' | 'final' | 'hero' | undefined;
  /** `"<width>x<height>"` in pixels. */
  size?: string | undefined;
  /** Of a video: `720p` or `1080p`. */
  resolution?: string | undefined;
  /** How many images in one request. */
  n?: number | undefined;
  /** Whole seconds of film. */
  durationSeconds?: number | undefined;
  /** `"16:9"` and the like. */
  aspectRatio?: string | undefined;
  /**
   * Seconds that may pass until it is there. An image has to be there within them by its whole
   * typical range; a video has to have its typical range begin within them, which is how the
   * gateway's guidance counts the time to spare. A reason says so when it may take longer. Where the
   * catalog knows what such tasks of this user took lately, that is the range.
   */
  latencyBudgetSeconds?: number | undefined;
  /** USD for the whole request. */
  maxCost?: number | undefined;
  /** Provider-direct, auditable routing is required. */
  compliance?: boolean | undefined;
  /** It will be edited over several turns of a conversation. */
  multiTurn?: boolean | undefined;
  /** It starts from an image. */
  imageInit?: boolean | undefined;
  /** A seed, or `true` when one will be needed. */
  seed?: number | boolean | undefined;
  /** Ids of the models that may be chosen. @default all */
  models?: readonly string[] | undefined;
}

/** Parameters that are ready to be sent beside `model` and `prompt`. */
export interface RecommendedParams {
  size?: string;
  quality?: string;
  n?: number;
  seed?: number;
  aspectRatio?: string;
  durationSeconds?: number;
  resolution?: string;
}

export type ReasonCode =
  | 'lettering'
  | 'people'
  | 'spatial'
  | 'photoreal'
  | 'aesthetic'
  | 'conversation'
  | 'compliance'
  | 'draft'
  | 'general'
  | 'natural'
  | 'character'
  | 'cinematic'
  | 'cjk'
  | 'fast'
  | 'deadline'
  | 'best_quality'
  | 'lowered'
  | 'wait_may_exceed'
  | 'next_best';

export interface RecommendationReason {
  code: ReasonCode;
  /** What in the brief it follows from: words of the prompt, or a field and its value. Empty when nothing was said. */
  trigger: string;
  /** In plain English; `code` and `trigger` are there for other languages. */
  message: string;
}

export type ExclusionCode =
  | 'not_allowed'
  | 'not_reachable'
  | 'unknown_limits'
  | 'size'
  | 'resolution'
  | 'n'
  | 'duration'
  | 'aspect_ratio'
  | 'seed'
  | 'image_init'
  | 'multi_turn'
  | 'compliance'
  | 'latency'
  | 'cost';

/** Why a model cannot do what the brief demands. */
export interface Exclusion {
  model: string;
  code: ExclusionCode;
  /** The field of the brief that it cannot meet. */
  field?: keyof RecommendationBrief;
  /** What it could meet: a number, or the values to choose from. */
  limit?: number | string | readonly string[];
  message: string;
}

/** A change of the brief after which a model fits. */
export interface Suggestion {
  /** What to lay over the brief. */
  change: Partial<RecommendationBrief>;
  /** The model that then fits. */
  model: string;
  message: string;
}

/** One model with everything that sending it takes and means. */
export interface RecommendedModel {
  model: string;
  params: RecommendedParams;
  /** Price of one request with these parameters. */
  estimate: CostEstimate;
  /** Usual seconds from submit to end, and who says so; `undefined` where nobody does. */
  expectedSeconds: UsualWait | undefined;
}

interface Considered {
  /** Why this model, most important first. */
  reasons: readonly RecommendationReason[];
  /** What also fits, best first. */
  alternatives: readonly RecommendedModel[];
  /** What does not fit, with every reason. Models of the other kind are not listed. */
  excluded: readonly Exclusion[];
  /** The nearest ways to make a model fit, when none does. */
  suggestions: readonly Suggestion[];
}

export type Recommendation = Considered & (RecommendedModel | { [Field in keyof RecommendedModel]?: undefined });
