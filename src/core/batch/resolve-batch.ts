import type { Catalog } from '../catalog/model.js';
import { listModels, type ModelEntry } from '../catalog/models.js';
import type { DraftFields } from '../draft/fields.js';
import type { DraftValues } from '../draft/fit.js';
import { PROMPT_LIMIT } from '../draft/issues.js';
import type { BatchDraft } from './batch-draft.js';
import { MOST_CELLS } from './check.js';
import { type FittedModel, fitModel, offeredFields, shownValues } from './shared-wishes.js';
import type { BatchInput } from './states.js';
import { type PlacedPrompt, readText, repeatsOf } from './template.js';

/** Where a reason stands in the form. */
export type BatchField = 'prompts' | 'values' | 'models';

/** What keeps a batch from being begun, and where. Lines and rows count from 1. */
export type BatchIssue =
  | { field: 'prompts'; code: 'empty' }
  | { field: 'prompts'; code: 'unclosed'; line: number }
  | { field: 'prompts'; code: 'too_long'; line: number; over: number }
  | { field: 'prompts'; code: 'too_many'; cells: number; limit: number }
  | { field: 'values'; code: 'no_rows' }
  | { field: 'values'; code: 'missing'; name: string; row: number }
  | { field: 'models'; code: 'none' }
  /** Refused by what checks every cell before it is sent; `message` is its own, in English. */
  | { field: 'prompts' | 'models'; code: 'refused'; message: string };

/** A draft against the models: what to offer, what would be made, and what is wrong. */
export interface ResolvedBatch {
  names: readonly string[];
  prompts: readonly PlacedPrompt[];
  /** Prompts that are there already. */
  repeats: readonly PlacedPrompt[];
  /** All of the kind, each with what it would be asked for. */
  models: readonly FittedModel[];
  /** Those that are chosen, in the order of the list. */
  chosen: readonly FittedModel[];
  fields: DraftFields;
  values: DraftValues;
  issues: readonly BatchIssue[];
  /** How many results there will be. */
  results: number;
  /** `undefined` while there is nothing to make, or more than a batch has. */
  input: BatchInput | undefined;
}

/** @param allowed ids that may be chosen; `undefined`: all of the catalog */
export function resolveBatch(draft: BatchDraft, catalog: Catalog, allowed?: readonly string[]): ResolvedBatch {
  const { kind } = draft;
  const entries = listModels(catalog).filter((model) => model.kind === kind && (allowed?.includes(model.id) ?? true));
  const models = entries.map((model) => fitModel(draft, model));
  const chosen = models.filter(({ model }) => isChosen(draft, model));
  const { names, prompts, missing, unclosed } = readText(draft.text, draft.rows ?? []);
  const cells = prompts.length * chosen.length;

  const issues: BatchIssue[] = unclosed.map((line) => ({ field: 'prompts', code: 'unclosed', line }));
  issues.push(...longOnes(prompts));
  if (draft.text.trim() === '') issues.push({ field: 'prompts', code: 'empty' });
  else if (prompts.length === 0) issues.push({ field: 'values', code: 'no_rows' });
  issues.push(...missing.map(({ name, row }) => ({ field: 'values', code: 'missing', name, row }) as const));
  if (chosen.length === 0) issues.push({ field: 'models', code: 'none' });
  if (Math.max(cells, prompts.length) > MOST_CELLS) issues.push({ field: 'prompts', code: 'too_many', cells: Math.max(cells, prompts.length), limit: MOST_CELLS });

  const canMake = cells > 0 && cells <= MOST_CELLS;
  const each = chosen.reduce((sum, { column }) => sum + (column.n ?? 1), 0);
  return {
    names,
    prompts,
    repeats: repeatsOf(prompts),
    models,
    chosen,
    fields: offeredFields(chosen.map(({ model }) => model)),
    values: shownValues(draft, chosen),
    issues,
    results: prompts.length * each,
    input: canMake ? { prompts: prompts.map(({ prompt }) => prompt), models: chosen.map(({ column }) => column) } : undefined,
  };
}

function isChosen({ kind, models }: BatchDraft, { id, reachable }: ModelEntry): boolean {
  return reachable && (models?.[kind]?.includes(id) ?? false);
}

function longOnes(prompts: readonly PlacedPrompt[]): BatchIssue[] {
  return prompts.flatMap(({ prompt, line }) => (prompt.length > PROMPT_LIMIT ? [{ field: 'prompts', code: 'too_long', line, over: prompt.length - PROMPT_LIMIT } as const] : []));
}
