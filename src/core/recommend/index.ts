import { catalog as builtIn } from '../catalog/catalog.js';
import type { Catalog } from '../catalog/model.js';
import type { Exclusion, Recommendation, RecommendationBrief } from './brief.js';
import { tryModel } from './candidate.js';
import { inWrittenWords } from './figures.js';
import { ruleImage } from './image-rules.js';
import { readBrief } from './reading.js';
import { reasonsFor, unknownLimits } from './reasons.js';
import { ranked } from './ruling.js';
import { suggest } from './suggest.js';
import { ruleVideo } from './video-rules.js';

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
  const reading = readBrief(brief);
  const ruling = brief.kind === 'image' ? ruleImage(reading) : ruleVideo(reading);
  const models = ranked(catalog.models.filter(({ kind }) => kind === brief.kind), ruling);
  const candidates = models.map((model) => tryModel(model, reading.brief, catalog));
  const excluded: Exclusion[] = [...candidates.flatMap(({ exclusions }) => exclusions), ...unknownLimits(catalog, brief.kind)];
  const fitting = candidates.filter(({ pick }) => pick !== undefined);
  const chosen = fitting[0];
  if (chosen?.pick === undefined) {
    const suggestions = suggest(models, reading.brief, catalog).map(({ change, ...rest }) => ({
      change: inWrittenWords(change, brief, reading.brief),
      ...rest,
    }));
    return { reasons: [], alternatives: [], excluded, suggestions };
  }
  return {
    ...chosen.pick,
    reasons: reasonsFor(chosen, candidates, ruling, reading.brief.latencyBudgetSeconds),
    alternatives: fitting.slice(1).flatMap(({ pick }) => pick ?? []),
    excluded,
    suggestions: [],
  };
}
