import { type ReactNode, useMemo } from 'react';
import { forecastOf } from '../../core/money/forecast.js';
import type { UsageQuery } from '../../core/wire/account.js';
import type { Usage } from '../../core/wire/account-readings.js';
import { formatMoney, formatNumber } from '../../react/format.js';
import { Figured } from '../Figured.js';
import { nameOf } from './slot-name.js';
import { useUsageWords } from './words.js';

/** What the month may come to: a guess that says how it was made, or that nobody can tell. */
export function Forecast({ usage, query }: { usage: Usage; query: UsageQuery }): ReactNode {
  const { locale, messages } = useUsageWords();
  const { usage: words } = messages;
  // As of when it was read: what was spent since is in neither.
  // oxlint-disable-next-line react-hooks/purity, react-hooks/exhaustive-deps
  const forecast = useMemo(() => forecastOf(usage, query, Date.now()), [usage]);
  if (forecast === undefined || usage.buckets.length === 0) return null;
  if (forecast === 'unknown') return <p className="bs-fine">{words.forecastUnknown}</p>;
  const amount = roughly(forecast.usd, locale);
  const date = nameOf({ at: forecast.end, hasZone: false }, 'day', { locale });
  const days = formatNumber(forecast.days, locale, { maximumFractionDigits: 1 });
  return (
    <p className="bs-usage-forecast">
      <Figured text={words.forecast({ amount, date })} figure={amount} />{' '}
      <span className="bs-fine">{words.forecastBy({ spent: formatMoney(forecast.spent, locale), days, of: formatNumber(forecast.of, locale) })}</span>
    </p>
  );
}

/** A guess has no cents where it is of dollars. */
function roughly(usd: number, locale: string | undefined): string {
  return formatMoney(usd >= 10 ? Math.round(usd) : Math.round(usd * 100) / 100, locale, usd >= 10 ? 0 : 2);
}
