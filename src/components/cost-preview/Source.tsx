import type { ReactNode } from 'react';
import type { CostEstimate } from '../../core/catalog/cost.js';
import { formatMoney } from '../../react/format.js';
import { dateText } from './price-text.js';
import { useCostWords } from './words.js';

/** Which rate card says so, of when, and why the price is not exact: told when asked for. */
export function Source({ estimate }: { estimate: CostEstimate }): ReactNode {
  const { locale, messages } = useCostWords();
  const { source, asOf, exact, min, max } = estimate;
  return (
    <details className="bs-cost-source">
      <summary>{messages.cost.source}</summary>
      <p>{messages.cost.sourceText({ source, date: dateText(asOf, locale) })}</p>
      {!exact && <p>{messages.cost.rangeText({ min: formatMoney(min, locale), max: formatMoney(max, locale) })}</p>}
    </details>
  );
}
