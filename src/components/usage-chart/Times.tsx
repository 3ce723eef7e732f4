import { type ReactNode, useId, useState } from 'react';
import { slotsOf } from '../../core/money/usage-slots.js';
import type { UsageQuery } from '../../core/wire/account.js';
import type { Usage } from '../../core/wire/account-readings.js';
import { formatMoney, formatNumber } from '../../react/format.js';
import { roundUp } from '../round-up.js';
import { Plot } from './Plot.js';
import { nameOf } from './slot-name.js';
import { useUsageWords } from './words.js';

/** Figures to which bars are drawn, whose halves are round as well. */
const STEPS = [1, 2, 3, 4, 5, 6, 8, 10];
/** USD. What money is written with at the finest. */
const LEAST = 0.0001;

/** What was spent step by step: bars, one of them read out, and all of them as a table. */
export function Times({ usage, query }: { usage: Usage; query: UsageQuery }): ReactNode {
  const { locale, timeZone, messages } = useUsageWords();
  const { usage: words } = messages;
  const [isTable, setTable] = useState(false);
  const [at, setAt] = useState<number>();
  const tableId = useId();
  const groupBy = query.groupBy === 'hour' ? 'hour' : 'day';
  const region = { locale, timeZone };
  const slots = slotsOf(usage, query);
  if (slots.length === 0) return null;
  const full = roundUp(Math.max(...slots.map(({ spent }) => spent), LEAST), STEPS);
  const said = slots.map((slot) => words.bar({ name: nameOf(slot, groupBy, region), amount: formatMoney(slot.spent, locale), calls: formatNumber(slot.calls, locale) }));
  return (
    <>
      <div className="bs-usage-figure">
        <span className="bs-usage-scale" aria-hidden="true" translate="no">
          <span>{formatMoney(full, locale)}</span>
          <span>{formatMoney(full / 2, locale)}</span>
          <span>{formatMoney(0, locale)}</span>
        </span>
        <Plot heights={slots.map(({ spent }) => spent / full)} said={said} label={words.group[groupBy]} at={at} onAt={setAt} />
        <span className="bs-usage-times" aria-hidden="true" translate="no">
          {marksOf(slots.length).map((index) => {
            const slot = slots[index];
            return slot === undefined ? null : <span key={index}>{nameOf(slot, groupBy, region)}</span>;
          })}
        </span>
      </div>
      <div className="bs-usage-foot">
        {/* Who does not see it hears it of the slider. */}
        <p className="bs-usage-read" aria-hidden="true">
          {said[at ?? slots.length - 1]}
        </p>
        <button type="button" className="bs-button" aria-pressed={isTable} aria-controls={tableId} onClick={() => setTable(!isTable)}>
          {words.table}
        </button>
      </div>
      <div id={tableId} className={isTable ? 'bs-usage-rows' : 'bs-usage-rows bs-hidden'}>
        <table>
          <caption className="bs-hidden">{words.label}</caption>
          <thead>
            <tr>
              <th scope="col">{words.group[groupBy]}</th>
              <th scope="col">{words.spent}</th>
              <th scope="col">{words.calls}</th>
            </tr>
          </thead>
          <tbody translate="no">
            {slots.map((slot) => (
              <tr key={slot.at}>
                <th scope="row">{nameOf(slot, groupBy, region, true)}</th>
                <td>{formatMoney(slot.spent, locale)}</td>
                <td>{formatNumber(slot.calls, locale)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="bs-fine">{words.days}</p>
    </>
  );
}

/** Which bars have their name below: the first, the last, and the one in between where there is room. */
function marksOf(count: number): number[] {
  return [...new Set([0, ...(count > 4 ? [Math.floor((count - 1) / 2)] : []), count - 1])];
}
