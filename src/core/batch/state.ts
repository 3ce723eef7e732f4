import { BytespikeError } from '../base/errors.js';
import { estimateCost } from '../catalog/cost.js';
import type { Catalog } from '../catalog/model.js';
import type { BatchPlan, BatchSheet, KeptError } from '../records/batch-sheet.js';
import type { TaskRecord } from '../records/task-store.js';
import type { CellView } from './cell-run.js';
import { type CellFacts, cellOf } from './cells.js';
import { cellsOf, keyOf, type PlannedCell } from './matrix.js';
import { noBatch } from './no-batch.js';
import { costOf, hasEnded } from './price.js';
import type { BatchCell, BatchColumn, BatchState, BatchWait } from './states.js';

/** Where the state of a batch is read from. */
interface BatchSources {
  sheet: BatchSheet;
  record(outTaskId: string): TaskRecord | undefined;
  view(outTaskId: string): CellView | undefined;
}

/** One plan, read again and again: a cell that is as it was is the same object. */
export interface BatchReader {
  plan: BatchPlan;
  cells: readonly PlannedCell[];
  read(waitingFor: BatchWait | undefined): BatchState;
}

export function createReader(plan: BatchPlan, catalog: Catalog, { sheet, record, view }: BatchSources): BatchReader {
  const cells = cellsOf(plan);
  // Its fields are what was begun with.
  const columns = plan.columns as unknown as readonly BatchColumn[];
  // Of one column the price is the same in each row.
  const estimates = plan.columns.map((_, column) => cells[column] && estimateCost(cells[column].request, catalog));
  const known = new Map<number, { from: CellFacts; cell: BatchCell }>();
  let last: BatchState | undefined;
  let error: { of: KeptError; as: BytespikeError } | undefined;

  function readCell(planned: PlannedCell): BatchCell {
    const { index, column } = planned;
    const wish = sheet.wish(plan, index);
    const key = keyOf(plan, index, wish.attempt);
    const noted = sheet.note(plan, index);
    const facts: CellFacts = { wish, note: noted?.attempt === wish.attempt ? noted : undefined, record: record(key), view: view(key) };
    const before = known.get(index);
    if (before !== undefined && isSame(before.from, facts)) return before.cell;
    const cell = cellOf(plan, planned, estimates[column], facts);
    known.set(index, { from: facts, cell });
    return cell;
  }

  function errorOf(kept: KeptError | undefined): BytespikeError | undefined {
    if (kept !== error?.of) error = kept && { of: kept, as: new BytespikeError(kept) };
    return error?.as;
  }

  return {
    plan,
    cells,
    read(waitingFor) {
      const now = cells.map(readCell);
      const pause = sheet.pause(plan);
      const status = now.every(hasEnded) ? 'done' : pause === undefined ? 'running' : 'paused';
      const more = {
        status,
        waitingFor: status === 'running' && now.some((cell) => cell.status === 'waiting') ? waitingFor : undefined,
        error: status === 'paused' ? errorOf(pause?.error) : undefined,
      } as const;
      const isOld = last !== undefined && last.status === status && last.waitingFor === more.waitingFor && last.error === more.error && now.every((cell, index) => cell === last?.cells[index]);
      if (last === undefined || !isOld) last = { ...more, rows: plan.rows, columns, cells: now, ...sumsOf(plan, now) };
      return last;
    },
  };
}

function sumsOf({ ways }: BatchPlan, cells: readonly BatchCell[]): Pick<BatchState, 'counts' | 'progress' | 'cost'> {
  const counts = { ...noBatch.counts };
  for (const { status } of cells) counts[status]++;
  return { counts, progress: cells.filter(hasEnded).length / cells.length, cost: costOf(cells, ({ column }) => ways[column] !== 'image') };
}

function isSame(a: CellFacts, b: CellFacts): boolean {
  return a.wish === b.wish && a.note === b.note && a.record === b.record && a.view === b.view;
}
