import type { ModelEntry } from '../catalog/models.js';
import { commonFields, type DraftFields, fieldsOf } from '../draft/fields.js';
import { type DraftChange, type DraftValues, fitDraft } from '../draft/fit.js';
import { requestOf } from '../draft/request.js';
import { type BatchDraft, wishesOf } from './batch-draft.js';
import type { BatchColumn } from './states.js';

// What several models are asked for at once: what any of them takes is offered, and each takes of it what it can. Pure.

/** A model with what it would be asked for, and the wishes that it does not grant. */
export interface FittedModel {
  model: ModelEntry;
  column: BatchColumn;
  changes: readonly DraftChange[];
}

export function fitModel(draft: BatchDraft, model: ModelEntry): FittedModel {
  const { values, changes } = fitDraft(wishesOf(draft), fieldsOf(model));
  const { prompt: _prompt, ...column } = requestOf({ kind: draft.kind, prompt: '' }, model.id, values);
  return { model, column, changes };
}

/** Fields that any of these models has. What it is when nobody wishes for anything, each says for itself. */
export function offeredFields(models: readonly ModelEntry[]): DraftFields {
  const common = commonFields(models);
  const { n, durationSeconds } = common.wholes;
  const qualities = [...new Set(models.flatMap((model) => fieldsOf(model).choices.quality?.options ?? []))];
  return {
    ...common,
    choices: { ...common.choices, ...(qualities.length > 0 && { quality: { options: qualities } }) },
    wholes: { ...(n && { n }), ...(durationSeconds && { durationSeconds: { ...durationSeconds, default: undefined } }) },
    image: undefined,
  };
}

const SHOWN = ['aspectRatio', 'resolution', 'quality', 'n', 'durationSeconds'] as const;

/** What the controls show: what is wished, else what all come to anyway. */
export function shownValues(draft: BatchDraft, fitted: readonly FittedModel[]): DraftValues {
  const all = fitted.map(({ model }) => fitDraft(wishesOf(draft), fieldsOf(model)).values);
  const shown = SHOWN.map((name) => {
    const values = new Set(all.map((each) => each[name]).filter((value) => value !== undefined));
    return [name, draft[name] ?? (values.size === 1 ? [...values][0] : undefined)];
  });
  return Object.fromEntries(shown.filter(([, value]) => value !== undefined)) as DraftValues;
}
