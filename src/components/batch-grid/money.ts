import { add } from '../../core/base/money.js';
import { isRetryable } from '../../core/batch/retryable.js';
import type { BatchCell, BatchCost } from '../../core/batch/states.js';
import { formatMoney } from '../../react/format.js';
import { counted } from '../asset-gallery/words.js';
import type { SheetWords } from './words.js';

/** What the batch costs, each figure with how it is known: what was taken, what nobody has told, the most that it may come to. */
export function moneyTexts({ billed, unsettled, upTo }: BatchCost, isOver: boolean, { locale, messages }: SheetWords): readonly string[] {
  const { sheet } = messages;
  // What is over, and told to the end, comes to what was billed.
  const isSettled = isOver && unsettled === 0;
  return [
    sheet.billed(formatMoney(billed, locale)),
    ...(unsettled > 0 ? [sheet.unsettled(counted(unsettled, locale))] : []),
    ...(isSettled ? [] : [sheet.upTo(upTo === undefined ? undefined : formatMoney(upTo, locale))]),
  ];
}

/** The most that cells may cost when they are made once more, USD; `undefined` where no price is known of one. */
export function priceOfRetry(cells: readonly BatchCell[]): { cells: number; upTo: number | undefined } {
  const prices = cells.filter((cell) => isRetryable(cell, false)).map(({ cost, estimate }) => cost.estimated ?? estimate?.max);
  const known = prices.filter((price) => price !== undefined);
  return { cells: prices.length, upTo: known.length === prices.length ? add(...known) : undefined };
}
