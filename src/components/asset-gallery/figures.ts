import type { Region } from '../../react/region.js';

const numbers = new Map<string, Intl.NumberFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();

// Making a formatter costs a hundred times what using it does, and a scrolled frame needs dozens.
function made<T>(cache: Map<string, T>, key: string, make: () => T): T {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const fresh = make();
  cache.set(key, fresh);
  return fresh;
}

/** A whole number as it is written in a sentence. */
export function formatCount(value: number, locale: string | undefined): string {
  return made(numbers, locale ?? '', () => new Intl.NumberFormat(locale)).format(value);
}

/**
 * A moment, as short as it can be told from `now`: the time of today, the day of this year, else with its year.
 * In a zone that is not the person's nobody can say what is today.
 */
export function formatWhen(moment: number, now: number, region: Region): string {
  const [then, today] = [new Date(moment), new Date(now)];
  const isHere = region.timeZone === undefined;
  if (isHere && then.toDateString() === today.toDateString()) return date('time', { hour: 'numeric', minute: '2-digit' }, region).format(then);
  if (isHere && then.getFullYear() === today.getFullYear()) return date('day', { day: 'numeric', month: 'short' }, region).format(then);
  return date('year', { day: 'numeric', month: 'short', year: 'numeric' }, region).format(then);
}

function date(name: string, options: Intl.DateTimeFormatOptions, { locale, timeZone }: Region): Intl.DateTimeFormat {
  return made(dates, `${name} ${locale ?? ''} ${timeZone ?? ''}`, () => new Intl.DateTimeFormat(locale, { ...options, timeZone }));
}
