import { useMemo } from 'react';
import type { Catalog } from '../../core/catalog/model.js';
import { briefOf, openDraft, type PromptDraft, type ResolvedDraft, resolveDraft } from '../../core/draft/index.js';
import type { ModelEntry } from '../../core/catalog/models.js';
import type { GenerationRequest } from '../../core/catalog/requests.js';
import type { CostEstimateResult, ModelRecommendationResult } from '../../react/hook-results.js';
import type { GenerationHooks } from './hooks.js';

/** What is priced while no model fits: nothing. */
const NOTHING: GenerationRequest = { model: '', prompt: '' };

/** What a draft comes to, with the models that the key reaches and what they cost. */
interface PanelOffer {
  /** Those that may be chosen, of either kind. */
  models: readonly ModelEntry[];
  /** Those of the draft's kind, for the picker. */
  choosable: { catalog: Catalog; models: readonly ModelEntry[] };
  recommendation: ModelRecommendationResult;
  /** The same for the picker: what the draft asks for and a model cannot do keeps nobody from choosing it, the form says what gives way. */
  offered: ModelRecommendationResult;
  resolved: ResolvedDraft;
  cost: CostEstimateResult;
}

/** The hook of it, on the hooks of a flavour. */
export function createUseOffer({ useCostEstimate, useModelRecommendation, useModels }: GenerationHooks) {
  return function useOffer(draft: PromptDraft, allowed: readonly string[] | undefined): PanelOffer {
    const { catalog, models: known } = useModels();
    const models = useMemo(() => known.filter(({ id }) => allowed?.includes(id) ?? true), [known, allowed]);
    const choosable = useMemo(() => ({ catalog, models: models.filter(({ kind }) => kind === draft.kind) }), [catalog, models, draft.kind]);
    const recommendation = useModelRecommendation(briefOf(openDraft(draft), choosable.models));
    const offered = useMemo(() => ({ ...recommendation, excluded: [] }), [recommendation]);
    const resolved = resolveDraft(draft, choosable.models, recommendation);
    const cost = useCostEstimate(resolved.request ?? NOTHING);
    return { models, choosable, recommendation, offered, resolved, cost };
  };
}
