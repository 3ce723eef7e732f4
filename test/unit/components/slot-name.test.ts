import { expect, it } from 'vitest';
import { dayOf, nameOf } from '../../../src/components/usage-chart/slot-name.js';

const ten = Date.UTC(2026, 10, 1, 22);
const tokyo = { locale: 'en', timeZone: 'Asia/Tokyo' };

it('tells an hour by the clock of who reads it where it has a zone, and else as it was named', () => {
  expect(nameOf({ at: ten, hasZone: true }, 'hour', tokyo)).toMatch(/^Nov 2, 7:00\sAM$/);
  expect(nameOf({ at: ten, hasZone: false }, 'hour', tokyo)).toMatch(/^Nov 1, 10:00\sPM$/);
});

it('moves no day to another date', () => {
  expect(nameOf({ at: ten, hasZone: true }, 'day', tokyo)).toBe('Nov 1');
  expect(nameOf({ at: Date.UTC(2026, 10, 1), hasZone: false }, 'day', { locale: 'de', timeZone: 'America/New_York' }, true)).toBe('1. Nov. 2026');
});

it('says the day of an hour by the clock that its name goes by', () => {
  expect(dayOf({ at: ten, hasZone: true }, tokyo)).toBe('Nov 2');
  expect(dayOf({ at: ten, hasZone: false }, tokyo)).toBe('Nov 1');
});
