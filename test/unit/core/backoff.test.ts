import { expect, it } from 'vitest';
import { backoff } from '../../../src/core/base/backoff.js';

it.each([
  { failures: 0, middle: 500 },
  { failures: 1, middle: 1000 },
  { failures: 2, middle: 2000 },
  { failures: 5, middle: 16_000 },
  { failures: 6, middle: 30_000 },
  { failures: 2000, middle: 30_000 },
])('waits $middle ms after $failures failures, give or take a quarter', ({ failures, middle }) => {
  expect([0, 0.5, 1].map((chance) => backoff(failures, () => chance))).toEqual([middle * 0.75, middle, middle * 1.25]);
});
