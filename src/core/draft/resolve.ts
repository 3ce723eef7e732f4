import type { ModelEntry } from '../catalog/models.js';
import type { ReferenceForms } from '../catalog/start-image.js';
import type { Recommendation } from '../recommend/brief.js';
import { chosenAmong, chosenModel, type PromptDraft } from './draft.js';
import { commonFields, type DraftFields, fieldsOf, withoutImage } from './fields.js';
import { type DraftChange, type DraftValues, fitDraft } from './fit.js';
import { candidates } from './reference.js';
import { openDraft, type PromptRequest, requestOf } from './request.js';

/** What a recommendation says here: the pick, or that there is none. */
export type RecommendedPick = Pick<Recommendation, 'model' | 'params'>;

/** A draft against the models that may be chosen: what to offer, and what would be sent now. */
export interface ResolvedDraft {
  /** Whether the model is left to the recommendation. */
  isAuto: boolean;
  /** The model that it would be sent to; `undefined` while none fits. */
  model: ModelEntry | undefined;
  /** What the controls offer. */
  fields: DraftFields;
  /** What the controls show, and what is sent. */
  values: DraftValues;
  /** How what it would be sent to takes the image to start from. */
  takes: ReferenceForms | undefined;
  /** Wishes that were bent or are left out. */
  changes: readonly DraftChange[];
  request: PromptRequest | undefined;
}

/**
 * What a draft comes to. Pure.
 *
 * @param models those of the draft's kind that may be chosen
 * @param recommended what was recommended for its brief; `undefined` where there is no recommendation at all
 * @param takesImage whether there is a way to start from an image
 */
export function resolveDraft(draft: PromptDraft, models: readonly ModelEntry[], recommended?: RecommendedPick, takesImage = true): ResolvedDraft {
  const narrow = (fields: DraftFields) => (takesImage ? fields : withoutImage(fields));
  const id = chosenModel(draft);
  const chosen = chosenAmong(draft, models);
  const gone: DraftChange[] = id !== undefined && chosen === undefined ? [{ field: 'model', from: id, to: undefined }] : [];
  if (chosen === undefined && recommended !== undefined) {
    const common = narrow(commonFields(takesImage ? candidates(draft, models) : models));
    const model = models.find((each) => each.id === recommended.model);
    const fields = model === undefined ? common : narrow(fieldsOf(model));
    return { isAuto: true, fields: common, ...sent(openDraft(draft), model, fields, recommended.params ?? {}, gone) };
  }
  const model = chosen ?? models.find(({ reachable }) => reachable) ?? models[0];
  const fields = narrow(model === undefined ? commonFields([]) : fieldsOf(model));
  return { isAuto: false, fields, ...sent(draft, model, fields, {}, gone) };
}

function sent(draft: PromptDraft, model: ModelEntry | undefined, fields: DraftFields, params: NonNullable<RecommendedPick['params']>, gone: readonly DraftChange[]) {
  const { values, changes } = fitDraft(draft, fields, params);
  const request = model && requestOf(draft, model.id, values);
  return { model, values, takes: fields.image, changes: [...gone, ...changes], request };
}
