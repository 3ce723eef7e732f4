import type { ReactNode } from 'react';
import type { CostEstimate } from '../../core/catalog/cost.js';
import type { Catalog } from '../../core/catalog/model.js';
import { chosenAmong, type PromptRequest, type RecommendedPick, withModel } from '../../core/draft/index.js';
import type { ModelEntry } from '../../core/catalog/models.js';
import type { GenerationKind } from '../../react/words/parts.js';
import type { PromptFormOptions, PromptFormStore } from './use-prompt-form.js';

/** What a picker of models is given. */
export interface ModelPickerRenderProps {
  kind: GenerationKind;
  /** Id of the model that the person chose; `undefined` while the choice is left to the recommendation. */
  value: string | undefined;
  onValueChange: (model: string | undefined) => void;
  /** Those that may be chosen. */
  models: readonly ModelEntry[];
  /** Whether the choice can be left to a recommendation. */
  hasAuto: boolean;
  /** Whether the recommendation is still being made. */
  isLooking: boolean;
  recommendation: RecommendedPick | undefined;
  /** The model that it would be sent to now. */
  model: ModelEntry | undefined;
  request: PromptRequest | undefined;
  catalog: Catalog;
}

export function pickerProps({ draft, models, resolved, change }: PromptFormStore, recommendation: PromptFormOptions['recommendation'], catalog: Catalog): ModelPickerRenderProps {
  return {
    kind: draft.kind,
    value: chosenAmong(draft, models)?.id,
    onValueChange: (model) => change(withModel(draft, model)),
    models,
    hasAuto: recommendation !== undefined,
    isLooking: recommendation?.status === 'loading',
    recommendation,
    model: resolved.model,
    request: resolved.request,
    catalog,
  };
}

/** What the area for the price is given. */
export interface CostPreviewRenderProps {
  kind: GenerationKind;
  /** What would be sent now; `undefined` while no model fits. */
  request: PromptRequest | undefined;
  /** By the catalog; `undefined` where no rate is known. */
  estimate: CostEstimate | undefined;
}

/** A part of the form that an app brings: what to show, or how to make it. */
export type RenderProp<Given> = ReactNode | ((given: Given) => ReactNode);

export function filled<Given>(part: RenderProp<Given>, given: Given): ReactNode {
  return typeof part === 'function' ? part(given) : part;
}
