import { catalog as builtIn } from '../catalog/catalog.js';
import type { Catalog } from '../catalog/model.js';
import type { Recommendation, RecommendationBrief } from './brief.js';
import { recommendBy } from './rules.js';
import { english } from './words-en.js';
import { japanese } from './words-ja.js';
import { korean } from './words-ko.js';
import { chinese } from './words-zh.js';

export type {
  Exclusion,
  ExclusionCode,
  ReasonCode,
  Recommendation,
  RecommendationBrief,
  RecommendationReason,
  RecommendedModel,
  RecommendedParams,
  Suggestion,
} from './brief.js';

/**
 * Which model to use for a brief, with parameters that are ready to be sent, the reasons, the
 * price and the wait. Pure: the same brief and catalog always give the same answer.
 *
 * What the brief demands is never bent: a model that cannot meet it is excluded, with the reason,
 * and when none is left there is no `model` but `suggestions` of how one would fit. Of those that
 * can, the gateway's guidance chooses, reading the prompt (English, Chinese, Japanese, Korean)
 * for what the brief does not say.
 *
 * @param catalog the built-in one, or one with live figures laid over it by `overlayCatalog`
 * @example
 * const { model, params } = recommendModel({ kind: 'image', prompt: 'A poster that says "OPEN"' });
 * if (model) await image.generate({ model, prompt, ...params }); // nano-banana-v2
 */
export function recommendModel(brief: RecommendationBrief, catalog: Catalog = builtIn): Recommendation {
  return recommendBy({ latin: english, zh: chinese, ja: japanese, ko: korean }, brief, catalog);
}
