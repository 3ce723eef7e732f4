import type { ReactNode } from 'react';
import type { CostEstimate } from '../../core/catalog/cost.js';
import type { UsualWait } from '../../core/catalog/model.js';
import { formatPlain } from '../../react/format.js';
import { formatLeft } from '../money-left.js';
import { precisionOf, priceText, sumText } from './price-text.js';
import { useCostWords } from './words.js';

/** The price, how it is made, how long it takes, and what is left. */
export function Figures({ total, estimate, wait, balanceAfter }: FiguresProps): ReactNode {
  const words = useCostWords();
  const { locale, messages } = words;
  const { cost } = messages;
  return (
    <dl className="bs-cost-figures">
      <Row className="bs-cost-total" label={total}>
        {estimate === undefined ? <span aria-hidden="true">–</span> : priceText(estimate, words)}
      </Row>
      {estimate !== undefined && <Row label={sumText(estimate, words)}>{cost.precision(precisionOf(estimate))}</Row>}
      {wait !== undefined && (
        <Row label={wait.basis === 'observed' ? cost.recentWait : cost.wait}>{messages.figures.wait({ min: formatPlain(wait.min, locale), max: formatPlain(wait.max, locale) })}</Row>
      )}
      {balanceAfter !== undefined && <Row label={cost.balanceAfter}>{formatLeft(balanceAfter, locale)}</Row>}
    </dl>
  );
}

interface FiguresProps {
  /** Of what the price is. */
  total: string;
  estimate: CostEstimate | undefined;
  /** Seconds. */
  wait: UsualWait | undefined;
  /** USD. */
  balanceAfter: number | undefined;
}

/** One line of a list of figures. Each keeps its own direction: "4 s × $0.04" is not turned around from right to left. */
export function Row({ className, label, children }: RowProps): ReactNode {
  return (
    <div className={className}>
      <dt>
        <bdi translate={translated(label)}>{label}</bdi>
      </dt>
      <dd>
        <bdi translate={translated(children)}>{children}</bdi>
      </dd>
    </div>
  );
}

interface RowProps {
  className?: string;
  label: string;
  children: ReactNode;
}

/** No translation of the page may touch an amount of money. */
function translated(text: ReactNode): 'no' | undefined {
  return typeof text === 'string' && /\p{Sc}/u.test(text) ? 'no' : undefined;
}
