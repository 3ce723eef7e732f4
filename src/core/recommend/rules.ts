import type { Catalog } from '../catalog/model.js';
import type { Exclusion, Recommendation, RecommendationBrief } from './brief.js';
import { tryModel } from './candidate.js';
import { inWrittenWords } from './figures.js';
import { ruleImage } from './image-rules.js';
import type { Lexicons } from './lexicon.js';
import { readBrief } from './reading.js';
import { reasonsFor, unknownLimits } from './reasons.js';
import { ranked } from './ruling.js';
import { suggest } from './suggest.js';
import { ruleVideo } from './video-rules.js';

/** `recommendModel` by the words that are there: those of the languages in the prompt are enough. */
export function recommendBy(lexicons: Lexicons, brief: RecommendationBrief, catalog: Catalog): Recommendation {
  const reading = readBrief(brief, lexicons);
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
