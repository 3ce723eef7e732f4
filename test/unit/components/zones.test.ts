// Days that are no 24 hours long, zones off the hour, and a zone that becomes another one while a page is open.
import { afterEach, describe, expect, it } from 'vitest';
import { formatWhen } from '../../../src/components/asset-gallery/figures.js';
import { formatTime } from '../../../src/react/format.js';

const HERE = { locale: 'en' };
const MINUTE = 60_000;
const before = process.env['TZ'];

/** The machine's own zone, as a traveller's becomes another one. */
function goTo(zone: string): void {
  process.env['TZ'] = zone;
}

afterEach(() => {
  if (before === undefined) delete process.env['TZ'];
  else process.env['TZ'] = before;
});

/** The day of a zone that begins at this local hour; `hours` is how long it is. */
const DAYS: [zone: string, year: number, month: number, day: number, hours: number][] = [
  ['Asia/Kolkata', 2026, 3, 5, 24],
  ['Asia/Kathmandu', 2026, 3, 5, 24],
  ['America/New_York', 2026, 2, 8, 23],
  ['America/New_York', 2026, 10, 1, 25],
  ['Australia/Lord_Howe', 2026, 9, 4, 23.5],
  ['Australia/Lord_Howe', 2026, 3, 5, 24.5],
  ['America/Santiago', 2026, 8, 6, 23],
  ['Pacific/Kiritimati', 2026, 0, 1, 24],
];

describe('today is the day of the zone, however long it is', () => {
  it.each(DAYS)('%s, %i-%i-%i', (zone, year, month, day, hours) => {
    goTo(zone);
    const [start, end] = [new Date(year, month, day).getTime(), new Date(year, month, day + 1).getTime()];
    expect((end - start) / 3_600_000).toBe(hours);
    const time = /^\d+:\d\d\s[AP]M$/;
    const last = end - MINUTE;
    expect(formatWhen(start, last, HERE)).toMatch(time);
    expect(formatWhen(last, start, HERE)).toMatch(/^11:59\sPM$/);
    expect(formatWhen(start - MINUTE, start, HERE)).not.toMatch(time);
    expect(formatTime(last, HERE, start)).toMatch(/^11:59\sPM$/);
    expect(formatTime(end, HERE, last)).toMatch(/^\w+ \d+, 202\d, 12:00\sAM$/);
  });
});

it('goes by the zone that the person is in by now', () => {
  const moment = Date.UTC(2031, 4, 6, 22);
  goTo('Asia/Kolkata');
  expect(formatWhen(moment, moment, HERE)).toMatch(/^3:30\sAM$/);
  goTo('America/New_York');
  expect(formatWhen(moment, moment, HERE)).toMatch(/^6:00\sPM$/);
});
