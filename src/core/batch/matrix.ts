import { findModel } from '../catalog/catalog.js';
import type { Catalog } from '../catalog/model.js';
import type { GenerationRequest } from '../catalog/requests.js';
import { isConversational } from '../catalog/validate-edit.js';
import type { BatchPlan, CellWay } from '../records/batch-sheet.js';
import type { BatchColumn, BatchInput } from './states.js';

// Which cells there are, and what each asks for. Pure.

/** @source ours: what accounts let go on at once is not stated; fewer follow from a refusal */
const AT_ONCE = 8;

/** Where a cell is, and what it asks for. */
interface Place {
  row: number;
  column: number;
  request: GenerationRequest;
}

/** A cell of a plan. */
export interface PlannedCell extends Place {
  index: number;
  way: CellWay;
}

/** A model with each of the params; what is asked of it alone goes before what is asked of all. */
export function columnsOf({ models, params = {} }: BatchInput): BatchColumn[] {
  const each = Array.isArray(params) ? params : [params];
  return models.flatMap((named) => {
    const column = typeof named === 'string' ? { model: named } : named;
    return each.map((common) => given({ ...common, ...column }));
  });
}

/** As it is written down: what is not said is not named. */
function given(column: BatchColumn): BatchColumn {
  return Object.fromEntries(Object.entries(column).filter(([, value]) => value !== undefined)) as unknown as BatchColumn; // What is left of a column is one.
}

export function planOf(input: BatchInput, id: string, catalog: Catalog): BatchPlan {
  const { prompts, via = 'task', atOnce = AT_ONCE } = input;
  const columns = columnsOf(input);
  // Its fields are plain data, as storage has them.
  return { version: 1, id, rows: [...prompts], columns: columns as unknown as BatchPlan['columns'], ways: columns.map(({ model }) => wayOf(model, via, catalog)), atOnce };
}

/** Clips have no other way than as a task, and what draws in a conversation none but a request. */
function wayOf(model: string, via: 'task' | 'sync', catalog: Catalog): CellWay {
  if (kindOf(model, catalog) === 'video') return 'video';
  return via === 'task' && !isConversational(findModel(model, catalog)) ? 'image-task' : 'image';
}

export function cellsOf({ rows, columns, ways }: BatchPlan): PlannedCell[] {
  return placesOf(rows, columns).map((place, index) => ({ ...place, index, way: ways[place.column] ?? 'image-task' }));
}

/** Row by row. */
export function placesOf(rows: readonly string[], columns: readonly object[]): Place[] {
  return rows.flatMap((prompt, row) => columns.map((fields, column) => ({ row, column, request: { ...fields, prompt } as GenerationRequest })));
}

/** The first attempt has the key of the cell. The same attempt has the same key in each tab, so that it is made once whoever sends it. */
export function keyOf({ id }: BatchPlan, index: number, attempt = 1): string {
  const key = `${id}.${index}`;
  return attempt === 1 ? key : `${key}.${attempt}`;
}

/** What a model makes; `undefined` for one that nobody knows. */
export function kindOf(model: string, catalog: Catalog): 'image' | 'video' | undefined {
  return (findModel(model, catalog) ?? catalog.open?.find(({ id }) => id === model))?.kind;
}
