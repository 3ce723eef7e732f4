import { toJson } from '../../core/base/json.js';
import type { BatchCell, BatchColumn, BatchState } from '../../core/batch/states.js';
import type { SheetAcross } from '../../react/words/sheet.js';

// What stands in which row and column of the sheet. Pure.

/** What stands across. */
export type BatchAcross = SheetAcross;

/** What a row or a column of the sheet is of. Places are those of the batch. */
export interface SheetHead {
  key: string;
  /** Of a prompt. */
  row: number | undefined;
  /** Of a model with what is asked of it. */
  column: number | undefined;
  /** Of such a column, whether it stands for its model alone, or for its params. */
  part: 'all' | 'model' | 'params';
}

export interface SheetRow extends SheetHead {
  /** `undefined` where a model was not asked for these params. */
  cells: readonly (BatchCell | undefined)[];
}

export interface SheetLayout {
  across: readonly SheetHead[];
  down: readonly SheetRow[];
}

type Sheet = Pick<BatchState, 'rows' | 'columns' | 'cells'>;

/** What can stand across, of this batch: params where there are several. */
export function acrossOf({ columns }: Pick<Sheet, 'columns'>): readonly BatchAcross[] {
  const hasSeveral = new Set(groupsOf(columns)).size > 1 && columns.length > modelsOf(columns).length;
  return hasSeveral ? ['model', 'params', 'prompt'] : ['model', 'prompt'];
}

export function layoutOf(sheet: Sheet, across: BatchAcross): SheetLayout {
  const { rows, columns, cells } = sheet;
  const prompts = rows.map((_, row) => headOf({ row }));
  const models = columns.map((_, column) => headOf({ column }));
  const cell = (row: number, column: number) => cells[row * columns.length + column];
  if (across === 'params') return byParams(sheet);
  if (across === 'prompt') return { across: prompts, down: models.map((head, column) => ({ ...head, cells: prompts.map((_, row) => cell(row, column)) })) };
  return { across: models, down: prompts.map((head, row) => ({ ...head, cells: models.map((_, column) => cell(row, column)) })) };
}

/** A row for each prompt by each model. */
function byParams({ rows, columns, cells }: Sheet): SheetLayout {
  const groups = groupsOf(columns);
  const firsts = groups.flatMap((group, column) => (groups.indexOf(group) === column ? [column] : []));
  const models = modelsOf(columns);
  const down = rows.flatMap((_, row) =>
    models.map((model): SheetRow => {
      const column = columns.findIndex((each) => each.model === model);
      const at = (first: number) => columns.findIndex((each, place) => each.model === model && groups[place] === groups[first]);
      return { ...headOf({ row, column: models.length > 1 ? column : undefined, part: 'model' }), cells: firsts.map((first) => (at(first) < 0 ? undefined : cells[row * columns.length + at(first)])) };
    }),
  );
  return { across: firsts.map((column) => headOf({ column, part: 'params' })), down };
}

function headOf({ row, column, part = 'all' }: Partial<SheetHead>): SheetHead {
  return { key: `${row ?? ''}.${column ?? ''}`, row, column, part };
}

function modelsOf(columns: readonly BatchColumn[]): string[] {
  return [...new Set(columns.map(({ model }) => model))];
}

/** A name of each column's params: the same for the same, but for what one model is asked for twice. */
function groupsOf(columns: readonly BatchColumn[]): string[] {
  const times = new Map<string, number>();
  return columns.map(({ model, ...params }) => {
    const name = toJson(Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1)));
    const count = times.get(model + name) ?? 0;
    times.set(model + name, count + 1);
    return `${name} ${count}`;
  });
}
