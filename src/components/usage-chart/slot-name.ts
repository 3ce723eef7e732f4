import type { UsageSlot } from '../../core/money/usage-slots.js';
import { formatDate } from '../../react/format.js';
import type { Region } from '../../react/region.js';

/** A day as the gateway counts it, or an hour by the person's own clock where the gateway said in which zone it is. */
export function nameOf({ at, hasZone }: Pick<UsageSlot, 'at' | 'hasZone'>, groupBy: 'day' | 'hour', { locale, timeZone }: Region, isWhole = false): string {
  const zone = groupBy === 'hour' && hasZone ? timeZone : 'UTC';
  const day = { day: 'numeric', month: 'short', ...(isWhole ? ({ year: 'numeric' } as const) : {}) } as const;
  return formatDate(at, { locale, timeZone: zone }, groupBy === 'hour' ? { ...day, hour: 'numeric', minute: '2-digit' } : day);
}

/** The day of it: of an hour by the person's own clock where its zone is known, as its name has it. */
export function dayOf({ at, hasZone }: Pick<UsageSlot, 'at' | 'hasZone'>, { locale, timeZone }: Region): string {
  return formatDate(at, { locale, timeZone: hasZone ? timeZone : 'UTC' }, { day: 'numeric', month: 'short' });
}
