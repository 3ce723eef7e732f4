import { describe, expect, it } from 'vitest';
import type { UsageQuery, Usage } from 'bytespike-react';
import { forecastOf } from '../../../src/core/money/forecast.js';
import { slotsOf } from '../../../src/core/money/usage-slots.js';

const NOON = Date.UTC(2026, 10, 11, 12);
const SINCE = Date.UTC(2026, 9, 20);

const usageOf = (spent: Readonly<Record<string, number>>, more: Partial<Usage> = {}): Usage => ({
  buckets: Object.entries(spent).map(([name, usd]) => ({ name, spent: usd, calls: 1 })),
  spent: Object.values(spent).reduce((sum, usd) => sum + usd, 0),
  calls: Object.keys(spent).length,
  ...more,
});
const forecast = (spent: Readonly<Record<string, number>>, query: UsageQuery = { since: SINCE }, now = NOON, more: Partial<Usage> = {}) => forecastOf(usageOf(spent, more), query, now);

describe('what a month may come to', () => {
  it('is what it cost so far, and as much a day for the rest of it', () => {
    expect(forecast({ '2026-10-31': 50, '2026-11-01': 0.1, '2026-11-09': 0.2 })).toEqual({ usd: 0.857143, spent: 0.3, days: 10.5, of: 30, end: Date.UTC(2026, 10, 30) });
    expect(forecast({ '2026-11-01T10:00:00Z': 1, '2026-11-10T11:00:00Z': 2.5 }, { groupBy: 'hour', since: SINCE })).toMatchObject({ usd: 10, spent: 3.5 });
    // What was read until a moment is of that moment.
    expect(forecast({ '2026-11-01': 1, '2026-11-02': 2 }, { since: SINCE, until: Date.UTC(2026, 10, 7) })).toMatchObject({ usd: 15, days: 6 });
  });

  it.each<[string, Readonly<Record<string, number>>, UsageQuery?, number?, Partial<Usage>?]>([
    ['the month is younger than three days', { '2026-11-01': 1, '2026-11-02': 1 }, { since: SINCE }, Date.UTC(2026, 10, 3, 23)],
    ['all of it was spent on one day', { '2026-11-04': 9 }],
    ['all of it was spent in some hours of one day', { '2026-11-04T01': 9, '2026-11-04T02': 9 }, { groupBy: 'hour', since: SINCE }],
    ['it was asked for only since the middle of the month', { '2026-11-06': 1, '2026-11-07': 1 }, { since: Date.UTC(2026, 10, 6) }],
    ['nobody says since when it is, and it does not reach before the month', { '2026-11-02': 1, '2026-11-07': 1 }, {}],
    ['a key did not tell', { '2026-11-02': 1, '2026-11-07': 1 }, { since: SINCE }, NOON, { missing: ['video'] }],
    ['nothing was spent', {}],
  ])('is unknown where %s', (_, spent, query, now, more) => {
    expect(forecast(spent, query, now, more)).toBe('unknown');
  });

  it('is known without a beginning where a bucket is from before the month', () => {
    expect(forecast({ '2026-10-31': 1, '2026-11-02': 1, '2026-11-07': 1 }, {})).toMatchObject({ spent: 2 });
  });

  it('is nothing to say of models, and of another month', () => {
    expect(forecast({ 'veo-3.1': 4 }, { groupBy: 'model' })).toBeUndefined();
    expect(forecast({ '2026-10-21': 4 }, { since: SINCE, until: Date.UTC(2026, 9, 30) })).toBeUndefined();
  });

  it('knows how many days a month has', () => {
    expect(forecast({ '2028-01-31': 1, '2028-02-01': 1, '2028-02-03': 1 }, {}, Date.UTC(2028, 1, 6))).toMatchObject({ of: 29, end: Date.UTC(2028, 1, 29) });
    expect(forecast({ '2026-11-30': 1, '2026-12-01': 1, '2026-12-03': 1 }, {}, Date.UTC(2026, 11, 6))).toMatchObject({ of: 31, end: Date.UTC(2026, 11, 31) });
  });
});

describe('steps of time', () => {
  const days = (names: readonly string[], groupBy: UsageQuery['groupBy'] = 'day') =>
    slotsOf(usageOf(Object.fromEntries(names.map((name, index) => [name, index + 1]))), { groupBy }).map(({ at, spent, hasZone }) => [new Date(at).toISOString(), spent, hasZone]);

  it('are in their order, with those in between on which nothing was spent', () => {
    expect(days(['2026-11-04', '2026-11-01', 'somewhen'])).toEqual([
      ['2026-11-01T00:00:00.000Z', 2, false],
      ['2026-11-02T00:00:00.000Z', 0, false],
      ['2026-11-03T00:00:00.000Z', 0, false],
      ['2026-11-04T00:00:00.000Z', 1, false],
    ]);
  });

  it('are the days and hours that the gateway named, in whichever way and zone', () => {
    expect(days(['2026-11-04T00:00:00+08:00'])).toEqual([['2026-11-04T00:00:00.000Z', 1, false]]);
    expect(days(['2026-11-04T23:00:00Z', '2026-11-05T02:00+01:00'], 'hour').map(([at]) => at)).toEqual(['2026-11-04T23:00:00.000Z', '2026-11-05T00:00:00.000Z', '2026-11-05T01:00:00.000Z']);
    expect(days(['2026-11-04 23:00', '2026-11-04T22'], 'hour')).toEqual([
      ['2026-11-04T22:00:00.000Z', 2, false],
      ['2026-11-04T23:00:00.000Z', 1, false],
    ]);
  });

  it('are not filled where the gateway names times that are far apart', () => {
    expect(days(['1970-01-01', '2026-11-04'])).toHaveLength(2);
  });
});
