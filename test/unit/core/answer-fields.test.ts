import { expect, it } from 'vitest';
import { numberIn, textIn } from '../../../src/core/wire/fields.js';

it.each<[unknown, number | undefined]>([
  [0.5, 0.5],
  ['0.5', 0.5],
  ['7', 7],
  [0, 0],
  [-1, undefined],
  ['-1', undefined],
  [Number.POSITIVE_INFINITY, undefined],
  // What `Number` would make a number of.
  [null, undefined],
  ['', undefined],
  [' ', undefined],
  [true, undefined],
  ['0x10', undefined],
  ['1e3', undefined],
  [['7'], undefined],
  [undefined, undefined],
])('a field of an answer that is %j is the amount %j', (value, amount) => {
  expect(numberIn({ credits_used: value }, 'credits_used')).toBe(amount);
});

it.each<[unknown, string | undefined]>([['x', 'x'], ['', ''], [7, undefined], [null, undefined]])('a field of an answer that is %j is the text %j', (value, text) => {
  expect(textIn({ status: value }, 'status')).toBe(text);
});
