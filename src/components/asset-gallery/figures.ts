import { formatDate } from '../../react/format.js';
import type { Region } from '../../react/region.js';

const TIME = { hour: 'numeric', minute: '2-digit' } as const;
const DAY = { day: 'numeric', month: 'short' } as const;

/**
 * A moment, as short as it can be told from `now`: the time of today, the day of this year, else with its year.
 * In a zone that is not the person's nobody can say what is today.
 */
export function formatWhen(moment: number, now: number, region: Region): string {
  const [then, today] = [new Date(moment), new Date(now)];
  const isHere = region.timeZone === undefined;
  if (isHere && then.toDateString() === today.toDateString()) return formatDate(moment, region, TIME);
  return formatDate(moment, region, isHere && then.getFullYear() === today.getFullYear() ? DAY : { ...DAY, year: 'numeric' });
}
