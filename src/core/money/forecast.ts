import { add, multiply } from '../base/money.js';
import type { UsageQuery } from '../wire/account.js';
import type { Usage } from '../wire/account-readings.js';
import { isOverTime, slotsOf } from './usage-slots.js';

/** What a month may come to if it goes on as it began: a guess. */
interface Forecast {
  /** USD by the end of the month. */
  usd: number;
  /** USD of the month so far. */
  spent: number;
  /** Days of the month so far, to a tenth. */
  days: number;
  /** Days that the month has. */
  of: number;
  /** Its last day, as UTC has it. */
  end: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** Before that one evening of somebody's is most of what is known. @source ours */
const LEAST_DAYS = 3;
/** And one day with everything on it is no pace. @source ours */
const LEAST_DAYS_WITH_SPEND = 2;

/**
 * The month's cost at its own pace so far. By days in UTC, since the gateway does not say in which zone it counts them.
 *
 * @param now milliseconds since the epoch
 * @returns `unknown` where too little is known of the month; `undefined` of what is not by time, or ended in another month
 */
export function forecastOf(usage: Usage, query: UsageQuery, now: number): Forecast | 'unknown' | undefined {
  const date = new Date(now);
  const start = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
  const after = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
  const asOf = Math.min(now, query.until ?? now);
  if (!isOverTime(query) || asOf < start) return undefined;
  const slots = slotsOf(usage, query);
  // Where nobody said since when, the first that there is shows how far back it goes.
  const since = query.since ?? slots[0]?.at ?? now;
  const month = slots.filter(({ at }) => at >= start && at < after);
  const spentOn = new Set(month.filter(({ spent }) => spent > 0).map(({ at }) => Math.floor(at / DAY_MS)));
  const days = (asOf - start) / DAY_MS;
  if (usage.missing !== undefined || since > start || days < LEAST_DAYS || spentOn.size < LEAST_DAYS_WITH_SPEND) return 'unknown';
  const spent = add(...month.map((slot) => slot.spent));
  const of = (after - start) / DAY_MS;
  return { usd: multiply(spent, of / days), spent, days: Math.round(days * 10) / 10, of, end: after - DAY_MS };
}
