import { formatUsd } from '../base/money.js';
import { typicalSeconds } from '../catalog/catalog.js';
import { type CostEstimate, estimateCost } from '../catalog/cost.js';
import type { Catalog, Model, UsualWait } from '../catalog/model.js';
import type { Exclusion, RecommendationBrief, RecommendedModel, RecommendedParams } from './brief.js';
import { limitsOf } from './limits.js';
import { variantsOf } from './variants.js';

/** What one model can do for a brief: what to send it, or why not. */
export interface Candidate {
  model: Model;
  /** The first variant within all limits. */
  pick: RecommendedModel | undefined;
  /** The variant that would have been best, when the time or the money does not allow it. */
  better: RecommendedParams | undefined;
  exclusions: readonly Exclusion[];
}

export function tryModel(model: Model, brief: RecommendationBrief, catalog: Catalog): Candidate {
  const limits = limitsOf(model, brief, catalog);
  if (limits.length > 0) return { model, pick: undefined, better: undefined, exclusions: limits };
  const variants = variantsOf(model, brief);
  let fewest: readonly Exclusion[] | undefined;
  for (const params of variants) {
    const tried = tryVariant(model, params, brief, catalog);
    if (tried.pick !== undefined) {
      return { model, pick: tried.pick, better: params === variants[0] ? undefined : variants[0], exclusions: [] };
    }
    if (fewest === undefined || tried.exclusions.length < fewest.length || isNearer(tried.exclusions, fewest)) fewest = tried.exclusions;
  }
  return { model, pick: undefined, better: undefined, exclusions: fewest ?? [] };
}

/** As many reasons, and less to give for each. */
function isNearer(a: readonly Exclusion[], b: readonly Exclusion[]): boolean {
  return a.length === b.length && a.every(({ code, limit }, index) => code === b[index]?.code && Number(limit) < Number(b[index]?.limit));
}

function tryVariant(model: Model, params: RecommendedParams, brief: RecommendationBrief, catalog: Catalog) {
  const request = { model: model.id, prompt: '', ...params };
  const exclusions: Exclusion[] = [];
  const { latencyBudgetSeconds: seconds, maxCost } = brief;
  const needed = secondsNeeded(model, request, catalog);
  if (seconds !== undefined && !(needed.seconds <= seconds)) {
    const message = `${model.name} ${needed.says}, and ${seconds} s are allowed.`;
    exclusions.push({ model: model.id, code: 'latency', field: 'latencyBudgetSeconds', limit: needed.seconds, message });
  }
  const estimate: CostEstimate | undefined = estimateCost(request, catalog);
  if (estimate === undefined) {
    exclusions.push({ model: model.id, code: 'cost', field: 'maxCost', message: `${model.name} has no rate on the card.` });
  } else if (maxCost !== undefined && !(estimate.max <= maxCost)) {
    const message = `${model.name} costs ${estimate.exact ? '' : 'up to '}${formatUsd(estimate.max)}, and ${formatUsd(maxCost)} are allowed.`;
    exclusions.push({ model: model.id, code: 'cost', field: 'maxCost', limit: estimate.max, message });
  }
  if (estimate === undefined || exclusions.length > 0) return { pick: undefined, exclusions };
  const pick: RecommendedModel = { model: model.id, params, estimate, expectedSeconds: needed.range };
  return { pick, exclusions };
}

/** The least time that has to be allowed: see `latencyBudgetSeconds` of the brief. */
function secondsNeeded(model: Model, request: Parameters<typeof typicalSeconds>[0], catalog: Catalog) {
  const range = typicalSeconds(request, catalog);
  if (model.kind === 'video') {
    if (range === undefined) return { seconds: 0, says: 'states no wait', range };
    return { seconds: range.min, says: `${took(range)} ${range.min} to ${range.max} s`, range };
  }
  if (range !== undefined) return { seconds: range.max, says: `${took(range)} up to ${range.max} s`, range };
  // Where the reference states no wait, there is still the time after which an answer is overdue.
  return { seconds: model.syncLimitSeconds, says: `states no wait but a limit of ${model.syncLimitSeconds} s`, range };
}

const took = ({ basis }: UsualWait) => (basis === 'observed' ? 'lately took' : 'takes');
