import { expect, it } from 'vitest';
import { plainDigits, readWhole } from '../../../src/core/draft/index.js';
import { formatPlain } from '../../../src/react/format.js';

it.each(['en', 'ar-EG', 'fa', 'hi-u-nu-deva', 'bn', 'my', 'ne', 'th-u-nu-thai', 'ja-u-nu-fullwide', 'en-u-nu-mathmono'])('what is written in %s can be typed there', (locale) => {
  for (const value of [0, 7, 1234567890, 4294967295]) expect(readWhole(formatPlain(value, locale))).toBe(value);
});

it.each(['1.5', '-3', '1e1', 'five', '1 0', '٣٫٥', ''])('%j is no whole number', (text) => {
  expect(readWhole(text)).toBe(undefined);
});

it('leaves all that is no digit as it is', () => {
  expect(plainDigits('x٣y۴z')).toBe('x3y4z');
});

it.each(Intl.supportedValuesOf('numberingSystem'))('what is written in the digits of %s can be typed there', (system) => {
  for (const value of [1234567890, 98765, 0]) expect(readWhole(formatPlain(value, `en-u-nu-${system}`))).toBe(value);
});
