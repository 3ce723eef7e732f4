import { type ReactNode, useState } from 'react';
import { formatMoney } from '../../react/format.js';
import { formatLeft } from '../money-left.js';
import { useOwnStyle } from '../own-style.js';
import { scaleOf } from './scale.js';
import type { MeteredBalance } from './status.js';
import { useBalanceWords } from './words.js';

/** The bar: what can be spent, what is held beside it, and a mark where it begins to be low. */
export function Gauge({ balance, available, max }: GaugeProps): ReactNode {
  const { locale, messages } = useBalanceWords();
  const { held = 0, low = false, lowThreshold } = balance;
  const most = useMost(available + held);
  const full = max ?? scaleOf(most, lowThreshold);
  const share = (usd: number) => Math.min(1, usd / full);
  const style = useOwnStyle({ '--bs-left': share(available), '--bs-held': share(available + held), '--bs-mark': share(lowThreshold ?? 0) });
  return (
    <div
      className="bs-gauge"
      role="meter"
      aria-label={messages.balance.label}
      aria-valuemin={0}
      aria-valuemax={Math.max(full, available)}
      aria-valuenow={available}
      aria-valuetext={messages.balance.valueText({
        available: formatLeft(available, locale),
        held: held > 0 ? formatMoney(held, locale) : undefined,
        lowBelow: lowThreshold === undefined ? undefined : formatMoney(lowThreshold, locale),
        isLow: low,
      })}
      style={style}
    >
      {held > 0 && <div className="bs-gauge-held" />}
      <div className="bs-gauge-left" />
      {lowThreshold !== undefined && lowThreshold < full && <div className="bs-gauge-mark" />}
    </div>
  );
}

interface GaugeProps {
  balance: MeteredBalance;
  available: number;
  max: number | undefined;
}

/** The most that there was while this was on the page, so that spending empties the bar. */
function useMost(total: number): number {
  const [most, setMost] = useState(total);
  if (total > most) setMost(total);
  return Math.max(most, total);
}
