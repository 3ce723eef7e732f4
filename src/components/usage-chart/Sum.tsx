import type { ReactNode } from 'react';
import { isOverTime, slotsOf } from '../../core/money/usage-slots.js';
import { formatMoney } from '../../react/format.js';
import type { UsageResult } from '../../react/hook-results.js';
import { Figured } from '../Figured.js';
import { dayOf } from './slot-name.js';
import { useUsageWords } from './words.js';

/** All that was spent, and from when to when. */
export function Sum({ result: { usage, query } }: { result: UsageResult }): ReactNode {
  const { locale, timeZone, messages } = useUsageWords();
  const { usage: words } = messages;
  if (usage === undefined) return <b className="bs-usage-label">{words.label}</b>;
  const amount = formatMoney(usage.spent, locale);
  const slots = isOverTime(query) ? slotsOf(usage, query) : [];
  const names = [slots[0], slots.at(-1)].flatMap((slot) => (slot === undefined ? [] : [dayOf(slot, { locale, timeZone })]));
  return (
    <>
      <span className="bs-usage-label">
        <span>{words.label}</span>
        {query.model !== undefined && <span translate="no">{query.model}</span>}
        {names.length > 0 && <span translate="no">{[...new Set(names)].join(' – ')}</span>}
      </span>
      <b className="bs-usage-sum">{usage.missing === undefined ? <span translate="no">{amount}</span> : <Figured text={words.atLeast(amount)} figure={amount} />}</b>
    </>
  );
}
