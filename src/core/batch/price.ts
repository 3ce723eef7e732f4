import { add } from '../base/money.js';
import { catalog } from '../catalog/catalog.js';
import type { CostEstimate } from '../catalog/cost.js';
import { cancelCost } from '../places/cancel-cost.js';
import type { BatchCell, BatchCellStatus, BatchCost, BatchPrice } from './states.js';

// What cells cost together. Pure.

export function sumOf(estimates: readonly (CostEstimate | undefined)[]): BatchPrice {
  const known = estimates.filter((estimate) => estimate !== undefined);
  return {
    cells: estimates.length,
    min: add(...known.map(({ min }) => min)),
    max: add(...known.map(({ max }) => max)),
    exact: known.length === estimates.length && known.every(({ exact }) => exact),
    unpriced: estimates.length - known.length,
    unit: 'USD',
    source: known.length > 0 && known.every(({ source }) => source === 'live') ? 'live' : 'built-in',
    asOf: known.map(({ asOf }) => asOf).sort()[0] ?? catalog.asOf,
  };
}

const ENDED: readonly BatchCellStatus[] = ['completed', 'failed', 'cancelled', 'unknown'];

export function hasEnded({ status }: Pick<BatchCell, 'status'>): boolean {
  return ENDED.includes(status);
}

/** @param isTask whether it is made as a task: what is no task goes on when its wait is stopped */
export function costOf(cells: readonly BatchCell[], isTask: (cell: BatchCell) => boolean): BatchCost {
  const upTo = cells.map(mostOf);
  const cancels = cells.map((cell) => cancelOf(cell, isTask(cell)));
  return {
    price: sumOf(cells.map(({ estimate }) => estimate)),
    billed: add(...cells.map(({ cost }) => cost.final ?? 0)),
    unsettled: cells.filter((cell) => hasEnded(cell) && cell.cost.billed !== 'no' && cell.cost.final === undefined).length,
    upTo: total(upTo),
    cancel: { isFree: cancels.every((most) => most === 0), max: total(cancels) },
  };
}

/** What nobody knows makes the sum unknown. */
function total(amounts: readonly (number | undefined)[]): number | undefined {
  const known = amounts.filter((amount) => amount !== undefined);
  return known.length === amounts.length ? add(...known) : undefined;
}

function mostOf(cell: BatchCell): number | undefined {
  const { cost } = cell;
  if (cost.final !== undefined) return cost.final;
  if (hasEnded(cell) && cost.billed === 'no') return 0;
  return priceOf(cell);
}

/** The gateway's estimate of exactly this goes before the catalog's. */
function priceOf({ cost, estimate }: BatchCell): number | undefined {
  return cost.estimated ?? estimate?.max;
}

function cancelOf(cell: BatchCell, isTask: boolean): number | undefined {
  const { status } = cell;
  if (status === 'waiting' || hasEnded(cell)) return 0;
  // A submit on its way may have begun to run by the time that its cancel comes; a request is made, whoever waits for it.
  return cancelCost(isTask && status === 'queued' ? 'queued' : 'running', priceOf(cell)).max;
}
