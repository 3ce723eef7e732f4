import { BytespikeError } from '../base/errors.js';
import { toJson } from '../base/json.js';
import { formatUsd } from '../base/money.js';
import { estimateCost } from '../catalog/cost.js';
import type { Catalog } from '../catalog/model.js';
import { type BalanceState, shortfallOf } from '../money/balance-view.js';
import type { BatchPlan } from '../records/batch-sheet.js';
import { notBegun, problemsOf } from './check.js';
import { columnsOf, placesOf } from './matrix.js';
import { sumOf } from './price.js';
import type { BatchInput, BatchPreview } from './states.js';

/** What is known of the money that is left; behind a proxy that shows it, what is left of the user's limit. */
type Money = Pick<BalanceState, 'available'>;

export function previewOf(input: BatchInput, catalog: Catalog, money: Money): BatchPreview {
  const problems = problemsOf(input, catalog);
  const isShaped = problems.every(({ row }) => row !== undefined);
  const price = sumOf(isShaped ? placesOf(input.prompts, columnsOf(input)).map(({ request }) => estimateCost(request, catalog)) : []);
  return { ...price, shortfall: shortfallOf(money.available, price), problems };
}

/** @throws BytespikeError for what cannot be made, or cannot be paid */
export function checkBegin(input: BatchInput, catalog: Catalog, money: Money): void {
  const { problems, shortfall, max } = previewOf(input, catalog, money);
  if (problems.length > 0) throw notBegun(input, problems);
  if (shortfall <= 0) return;
  throw new BytespikeError({
    code: 'insufficient_balance',
    message: `The batch may cost ${formatUsd(max)}, and the balance is ${formatUsd(shortfall)} short of that, so nothing of it was sent. Top up, or make fewer or cheaper ones.`,
  });
}

/** Whether somebody asked for the same twice. */
export function isSamePlan(a: BatchPlan | undefined, b: BatchPlan): boolean {
  return a !== undefined && toJson({ ...a, id: '' }) === toJson({ ...b, id: '' });
}

export function underWay(): BytespikeError {
  const message = 'Another batch is under way in this place, so nothing of this one was sent. Wait for its end, or cancel the rest of it; or begin this one under another name.';
  return new BytespikeError({ code: 'invalid_param', field: 'persist', message });
}
