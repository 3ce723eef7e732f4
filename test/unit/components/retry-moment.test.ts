import { describe, expect, it } from 'vitest';
import { formatTime } from '../../../src/react/format.js';

/** Noon in Berlin. */
const now = Date.UTC(2031, 4, 6, 10);
const hour = 3_600_000;
const at = (hours: number, locale: string, timeZone = 'Europe/Berlin') => formatTime(now + hours * hour, { locale, timeZone }, now);

describe('the moment to try again at', () => {
  it.each([
    ['en', /^6:00\sPM$/, /^May 7, 2031, 4:24\sAM$/],
    ['de', /^18:00$/, /^07\.05\.2031, 04:24$/],
    ['ja', /^18:00$/, /^2031\/05\/07 4:24$/],
    ['zh-CN', /^18:00$/, /^2031年5月7日 04:24$/],
  ])('is a time of today, or one of the day that it names (%s)', (locale, today, tomorrow) => {
    expect(at(6, locale)).toMatch(today);
    expect(at(16.4, locale)).toMatch(tomorrow);
  });

  it('goes by the days of the zone it is told in', () => {
    expect(at(6, 'en', 'Asia/Tokyo')).toMatch(/^May 7, 2031, 1:00\sAM$/);
    expect(at(13, 'en', 'America/New_York')).toMatch(/^7:00\sPM$/);
  });

  it('is not today because it is the same day of another month or year', () => {
    expect(at(31 * 24, 'en')).toMatch(/^Jun 6/);
    expect(at(365 * 24, 'en')).toMatch(/^May 5, 2032/);
    expect(at(366 * 24, 'en')).toMatch(/^May 6, 2032/);
  });
});
