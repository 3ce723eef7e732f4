import type { Region } from '../../react/region.js';

const TIME = { hour: 'numeric', minute: '2-digit' } as const;
const DAY = { day: 'numeric', month: 'short' } as const;
const dates = new Map<string, Intl.DateTimeFormat>();

/**
 * A moment, as short as it can be told from `now`: the time of today, the day of this year, else with its year.
 * In a zone that is not the person's nobody can say what is today.
 */
export function formatWhen(moment: number, now: number, region: Region): string {
  const [then, today] = [new Date(moment), new Date(now)];
  const isHere = region.timeZone === undefined;
  if (isHere && then.toDateString() === today.toDateString()) return written(then, TIME, region);
  return written(then, isHere && then.getFullYear() === today.getFullYear() ? DAY : { ...DAY, year: 'numeric' }, region);
}

// Making a formatter costs a hundred times what using it does, and a scrolled frame needs dozens.
function written(moment: Date, options: Intl.DateTimeFormatOptions, { locale, timeZone }: Region): string {
  const key = JSON.stringify([locale, timeZone, options]);
  const known = dates.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone });
  dates.set(key, known);
  return known.format(moment);
}
