import type { ReactNode } from 'react';
import type { UsageQuery } from '../../core/wire/account.js';
import type { Usage } from '../../core/wire/account-readings.js';
import { formatMoney, formatNumber } from '../../react/format.js';
import { useUsageWords } from './words.js';

/** What was spent on each model or with each key, the dearest first: a table with a bar in each row. */
export function Parts({ usage, query }: { usage: Usage; query: UsageQuery }): ReactNode {
  const { locale, messages } = useUsageWords();
  const { usage: words } = messages;
  const parts = [...usage.buckets].sort((one, other) => other.spent - one.spent);
  const most = Math.max(...parts.map(({ spent }) => spent), 0);
  return (
    <div className="bs-usage-rows">
      <table>
        <caption className="bs-hidden">{words.label}</caption>
        <thead>
          <tr>
            <th scope="col">{words.group[query.groupBy ?? 'day']}</th>
            <th scope="col">{words.spent}</th>
            <th scope="col">{words.calls}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map(({ name, spent, calls }) => (
            <tr key={name}>
              <th scope="row">
                {name === '' ? <span>{words.others}</span> : <span translate="no">{name}</span>}
                <svg className="bs-usage-part" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                  <path className="bs-usage-bars" d={`M0 0h${most === 0 ? 0 : Math.round((spent / most) * 1000) / 10}v1H0z`} />
                </svg>
              </th>
              <td translate="no">{formatMoney(spent, locale)}</td>
              <td translate="no">{formatNumber(calls, locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
