import { expect, it } from 'vitest';
import { waitLeft } from '../../../src/core/places/image-restore.js';
import { createManualClock } from '../../support/manual-clock.js';

const MINUTE_MS = 60_000;

it.each([
  ['was submitted now', 0, 10],
  ['was submitted four minutes ago', -4, 6],
  ['should be over', -11, -1],
  ['was submitted by a clock that was set back since', 4, 10],
])('an image that %s is waited for ten minutes from its submit at most', (_, minutes, left) => {
  const clock = createManualClock();
  expect(waitLeft(clock, clock.wallNow() + minutes * MINUTE_MS)).toBe(left * MINUTE_MS);
});
