import { BytespikeError, type BytespikeErrorCode, type GenerationCost, type VideoTaskState } from 'bytespike-react';
import { expect, test } from 'vitest';
import { outcomeOf, retryOf } from '../../../src/components/task-progress/outcome.js';
import { english } from '../../../src/react/words/english.js';
import { videoStates } from '../../../stories/fixtures.js';

const words = { locale: 'en', messages: english };
const failedWith = (code: BytespikeErrorCode, billed: 'no' | 'yes' | 'unknown' = 'no') => ({
  ...videoStates.failed(),
  cost: { billed },
  error: new BytespikeError({ code, billed, message: 'The reason.', field: 'size' }),
});

test.each(Object.keys(english.errors) as BytespikeErrorCode[])('%s: what happened, whether it was billed, what to do', (code) => {
  const { title, text } = outcomeOf(failedWith(code), 'failed', words, { cancelAsked: false })!;
  expect(title).toMatch(/^[A-Z].+[^.!]$/);
  expect(text).toMatch(/^Nothing billed\. [A-Z].+\.$/);
  expect(title + text).not.toMatch(/!|Oops|undefined|_/);
});

test.each([
  ['yes', 0.07, 'Billed $0.07. Try again in a moment.'],
  ['yes', undefined, 'It was billed. Try again in a moment.'],
  ['unknown', undefined, 'It may have been billed. Try again in a moment.'],
] as const)('billed: %s, %s', (billed, final, text) => {
  const failed = failedWith('internal_error', billed);
  const state = { ...failed, cost: { billed, final } };
  expect(outcomeOf(state, 'failed', words, { cancelAsked: false })?.text).toBe(text);
});

test('a code from a newer gateway still gets words', () => {
  const failed = failedWith('tomorrow' as BytespikeErrorCode);
  expect(outcomeOf(failed, 'failed', words, { cancelAsked: false })?.title).toBe('It could not be rendered');
});

test.each<[GenerationCost, string]>([
  [{ billed: 'yes', estimated: 0.24, final: 0.21 }, 'Billed $0.21'],
  [{ billed: 'yes', estimated: 0.21 }, 'Billed about $0.21, by the gateway’s estimate'],
  [{ billed: 'yes', estimated: 0.21, estimatedBy: 'live-rates' }, 'Billed about $0.21, by the rate card'],
  [{ billed: 'yes', estimated: 0.21, estimatedBy: 'catalog' }, 'Billed about $0.21, by the rate card'],
  [{ billed: 'yes' }, 'Billed, amount not told'],
])('completed at %j', (cost, said) => {
  const text = (cancelAsked: boolean) => outcomeOf({ ...videoStates.completed(), cost }, 'completed', words, { cancelAsked })?.text;
  expect([text(false), text(true)]).toEqual([`${said} · took 30 s`, `${said} · the result is yours`]);
});

test('a cancelled task: billed or not', () => {
  const outcome = (state: VideoTaskState) => outcomeOf(state, 'cancelled', words, { cancelAsked: true });
  expect(outcome(videoStates.cancelledBilled())).toMatchObject({ tone: 'warn', title: 'Cancelled, $0.07 billed' });
  expect(outcome({ ...videoStates.cancelledBilled(), cost: { billed: 'yes', final: 0 } })).toMatchObject({
    tone: 'ok',
    title: 'Cancelled, nothing billed',
    text: 'It stopped before anything was charged.',
  });
});

test('a cancelled task of which nobody said what it cost does not go on, and may have been billed', () => {
  const error = new BytespikeError({ code: 'task_cancelled', message: 'It was cancelled.', billed: 'unknown' });
  const state: VideoTaskState = { ...videoStates.cancelledBilled(), cost: { billed: 'unknown' }, error };
  expect(outcomeOf(state, 'cancelled', words, { cancelAsked: true })).toEqual({ tone: 'warn', title: 'It was cancelled', text: 'It may have been billed.' });
});

test('trying again is free only where nothing can have been billed', () => {
  expect(retryOf(failedWith('timeout', 'unknown'), 'failed')).toBe('billable');
  expect(retryOf(failedWith('timeout'), 'failed')).toBe('free');
  expect(retryOf(failedWith('safety_blocked'), 'failed')).toBeUndefined();
});
