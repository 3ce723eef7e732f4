import type { UsageQuery } from '../wire/account.js';
import type { Usage } from '../wire/account-readings.js';

/** What was spent in one step of time. */
export interface UsageSlot {
  /** When it began, in milliseconds since the epoch. */
  at: number;
  /** Whether the gateway named a zone with it. Without one `at` is as if it were UTC: a day as the gateway counts days. */
  hasZone: boolean;
  /** USD. */
  spent: number;
  calls: number;
}

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
/** Ninety days of hours, which is as far as usage goes. */
const MOST_SLOTS = 90 * 24;

const DAY = /^\d{4}-\d{2}-\d{2}/;
const HOUR = /^(\d{4}-\d{2}-\d{2})[T ](\d{2})(?::?\d{2})*(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})?$/;

/** Whether buckets of such a query are steps of time. */
export const isOverTime = ({ groupBy = 'day' }: UsageQuery): boolean => groupBy === 'day' || groupBy === 'hour';

/**
 * The buckets of a usage by day or hour, oldest first. Steps in between that the gateway does not list are those in which
 * nothing was spent. A name that is no time is left out.
 */
export function slotsOf({ buckets }: Usage, { groupBy }: UsageQuery): UsageSlot[] {
  const step = groupBy === 'hour' ? HOUR_MS : DAY_MS;
  const told = buckets
    .flatMap(({ name, spent, calls }) => {
      const begun = momentOf(name, step);
      return begun === undefined ? [] : [{ ...begun, spent, calls }];
    })
    .sort((one, other) => one.at - other.at);
  return told.flatMap((slot, index) => {
    const before = told[index - 1];
    const missing = before === undefined ? 0 : Math.round((slot.at - before.at) / step) - 1;
    const gap = missing > 0 && missing < MOST_SLOTS ? [...Array(missing).keys()] : [];
    return [...gap.map((each) => ({ ...slot, at: slot.at - (missing - each) * step, spent: 0, calls: 0 })), slot];
  });
}

function momentOf(name: string, step: number): Pick<UsageSlot, 'at' | 'hasZone'> | undefined {
  if (step === DAY_MS) return timeOf(DAY.exec(name)?.[0], false);
  const [, day, hour, zone] = HOUR.exec(name) ?? [];
  return timeOf(day && `${day}T${hour}:00:00${zone ?? 'Z'}`, zone !== undefined);
}

function timeOf(text: string | undefined, hasZone: boolean): Pick<UsageSlot, 'at' | 'hasZone'> | undefined {
  const at = Date.parse(text ?? '');
  return Number.isNaN(at) ? undefined : { at, hasZone };
}
