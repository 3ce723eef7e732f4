// Usage as `useUsage` returns it.
import { BytespikeError, type Usage, type UsageQuery, type UsageResult } from 'bytespike-react';

const DAY_MS = 24 * 60 * 60 * 1000;

/** A result of which this much is told. */
export function usageOf(told: Partial<UsageResult> = {}): UsageResult {
  return { usage: undefined, status: told.usage === undefined ? 'pending' : 'success', error: undefined, refresh: () => Promise.resolve(), query: { groupBy: 'day' }, ...told };
}

export function spentOn(spent: Readonly<Record<string, number>>, more: Partial<Usage> = {}): Usage {
  const buckets = Object.entries(spent).map(([name, usd]) => ({ name, spent: usd, calls: Math.ceil(usd * 4) }));
  const sum = buckets.reduce((all, each) => all + Math.round(each.spent * 100), 0) / 100;
  return { buckets, spent: sum, calls: buckets.reduce((all, { calls }) => all + calls, 0), ...more };
}

/** What each of the latest days cost. The gateway lists no day on which nothing was spent. */
const COSTS = [1.2, 0.4, 0, 0, 2.35, 1.8, 0.92, 3.1, 0.15, 0, 0.6, 4.25, 2.2, 1.1, 0, 0, 0.85, 1.95, 5.4, 2.75, 0.3, 0, 1.5, 2.05, 3.65, 0.7, 1.15, 0.05, 2.6, 1.4];

const daysBefore = (now: number, costs: readonly number[]): Record<string, number> =>
  Object.fromEntries(costs.flatMap((usd, index) => (usd === 0 ? [] : [[new Date(now - (costs.length - 1 - index) * DAY_MS).toISOString().slice(0, 10), usd]])));

/** Without a zone, as the hours of this machine: they are the same in every picture. */
const hoursBefore = (now: number): Record<string, number> => {
  const here = now - new Date(now).getTimezoneOffset() * 60 * 1000;
  return Object.fromEntries(COSTS.flatMap((usd, index) => (usd === 0 ? [] : [[`${new Date(here - index * 60 * 60 * 1000).toISOString().slice(0, 13)}:00:00`, usd]])));
};

/** Up to where its last day begins in UTC: a forecast is then the same in every zone. */
const month = (now: number): UsageQuery => ({ groupBy: 'day', since: now - 60 * DAY_MS, until: Math.floor(now / DAY_MS) * DAY_MS });
const failed = (status: number) => new BytespikeError({ code: 'api_error', message: 'No.', status });

const MODELS = { 'veo-3.1-fast': 23.6, 'gpt-image-2': 11.24, 'nano-banana': 4.2, 'sora-2': 2.9, 'seedream-v5lite': 0.48 };

/** Each as it is now: what is of the moment is made when it is drawn. */
export const usages = {
  days: (now = Date.now()) => usageOf({ usage: spentOn(daysBefore(now, COSTS)), query: month(now) }),
  hours: (now = Date.now()) => usageOf({ usage: spentOn(hoursBefore(now)), query: { groupBy: 'hour' } }),
  oneDay: (now = Date.now()) => usageOf({ usage: spentOn(daysBefore(now, [0.012])), query: month(now) }),
  atLeast: (now = Date.now()) => usageOf({ usage: spentOn(daysBefore(now, COSTS), { missing: ['video', 'images'] }), query: month(now) }),
  models: () => usageOf({ usage: spentOn(MODELS), query: { groupBy: 'model' } }),
  keys: () => usageOf({ usage: spentOn({ video: 26.5, images: 15.44, '': 0.48 }), query: { groupBy: 'key' } }),
  loading: () => usageOf(),
  empty: () => usageOf({ usage: spentOn({}) }),
  error: () => usageOf({ status: 'error', error: failed(502) }),
  closed: () => usageOf({ status: 'error', error: failed(404) }),
  stale: (now = Date.now()) => usageOf({ usage: spentOn(daysBefore(now, COSTS)), query: month(now), error: failed(502) }),
} satisfies Record<string, (now?: number) => UsageResult>;
