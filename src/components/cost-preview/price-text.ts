import type { CostEstimate } from '../../core/catalog/cost.js';
import { formatDate, formatMoney, formatPlain } from '../../react/format.js';
import type { Precision } from '../../react/words/figures.js';
import type { GenerationKind } from '../../react/words/parts.js';
import type { Words } from '../../react/words/useWords.js';
import type { CostWords } from './words.js';

export function precisionOf({ exact, min, max }: Pick<CostEstimate, 'exact' | 'min' | 'max'>): Precision {
  if (exact) return 'exact';
  return min === max ? 'about' : 'most';
}

/** The price as one figure: "$0.21", "≈ $0.21" or "up to $0.21". */
export function priceText(estimate: Pick<CostEstimate, 'exact' | 'min' | 'max'>, { locale, messages }: Words<'figures'>): string {
  return messages.figures.price({ amount: formatMoney(estimate.max, locale), precision: precisionOf(estimate) });
}

/** Of what the price is: "This clip", "These 4 images". */
export function totalText(estimate: CostEstimate | undefined, kind: GenerationKind, { locale, messages }: CostWords): string {
  const count = estimate === undefined || estimate.basis.per === 'second' ? 1 : estimate.basis.count;
  return messages.cost.total({ kind, count, text: formatPlain(count, locale) });
}

/** How the sum is made: "4 s × $0.04 + $0.05 submit fee". */
export function sumText({ basis }: CostEstimate, { locale, messages }: CostWords): string {
  const rate = formatMoney(basis.rate, locale);
  const count = formatPlain(basis.count, locale);
  if (basis.per === 'turn') return messages.cost.sumOfTurn(rate);
  if (basis.per === 'image') return messages.cost.sumOfImages({ count, rate });
  return messages.cost.sumOfSeconds({ seconds: count, rate, fee: basis.fee === 0 ? undefined : formatMoney(basis.fee, locale) });
}

/** `YYYY-MM` or `YYYY-MM-DD` in words. */
export function dateText(asOf: string, locale: string | undefined): string {
  const [year = Number.NaN, month = 1, day] = asOf.split('-').map(Number);
  const moment = Date.UTC(year, month - 1, day ?? 1);
  if (Number.isNaN(moment)) return asOf;
  return formatDate(moment, { locale, timeZone: 'UTC' }, { year: 'numeric', month: 'long', day: day === undefined ? undefined : 'numeric' });
}
