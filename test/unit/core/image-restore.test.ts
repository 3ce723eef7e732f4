import { expect, it } from 'vitest';
import { submittedAt, waitLeft } from '../../../src/core/places/image-restore.js';
import { createManualClock } from '../../support/manual-clock.js';

const MINUTE_MS = 60_000;
const running = { status: 'running', assets: [], cost: { billed: 'no' } } as const;

it.each([
  ['was submitted now', 0, 10],
  ['was submitted four minutes ago', -4, 6],
  ['should be over', -11, -1],
  ['was submitted by a clock that was set back since', 4, 10],
])('an image that %s is waited for ten minutes from its submit at most', (_, minutes, left) => {
  const clock = createManualClock();
  const at = clock.wallNow() + minutes * MINUTE_MS;
  expect(waitLeft(clock, { ...running, submittedAt: at })).toBe(left * MINUTE_MS);
  // Of one that a later page has asked for, from then on.
  expect(waitLeft(clock, { ...running, submittedAt: at - 60 * MINUTE_MS, soughtAt: at })).toBe(left * MINUTE_MS);
});

it('says when an image was asked for as long as it may have taken until now, whoever looked for it meanwhile', () => {
  const clock = createManualClock();
  const now = clock.wallNow();
  const of = (at: number | undefined) => submittedAt(clock, { version: 1, outTaskId: 'bs_1', via: 'sync', request: { model: 'gpt-image-2', prompt: 'a kettle' }, createdAt: 0, snapshot: { ...running, submittedAt: at, soughtAt: now } });
  expect([now - 4 * MINUTE_MS, now - 11 * MINUTE_MS, undefined].map(of)).toEqual([now - 4 * MINUTE_MS, undefined, undefined]);
});
