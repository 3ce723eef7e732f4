import { BytespikeError } from 'bytespike-react';
import { expect, it } from 'vitest';
import { createBatchPace } from '../../../src/core/batch/pace.js';
import { createManualClock } from '../../support/manual-clock.js';

const refusal = (more: Partial<ConstructorParameters<typeof BytespikeError>[0]>) => new BytespikeError({ code: 'concurrency_limit', message: '', status: 429, retryable: true, ...more });

it('has room for as many as went on when one more was refused, and for one more with each that ends', () => {
  const pace = createBatchPace(createManualClock(), () => 0.5);
  expect(pace.room(8)).toBe(8);
  pace.slow(refusal({}), 4);
  expect(pace.room(8)).toBe(3);
  pace.slow(refusal({}), 4);
  expect([pace.room(8), pace.room(2)]).toEqual([3, 2]);
  pace.ended();
  expect(pace.room(8)).toBe(4);
  pace.slow(refusal({}), 1);
  expect(pace.room(8)).toBe(1);
});

it('waits until the moment that was named, and ever longer where none was, until one is accepted', async () => {
  const clock = createManualClock();
  const pace = createBatchPace(clock, () => 0.5);
  pace.slow(refusal({ code: 'rate_limit_exceeded', retryAt: clock.wallNow() + 20_000 }), 4);
  expect([pace.wait(), pace.room(8)]).toEqual([20_000, 8]);
  expect(pace.reason()).toEqual({ reason: 'rate-limit', until: clock.wallNow() + 20_000 });
  expect(pace.reason()).toBe(pace.reason());
  await clock.advance(20_000);
  expect([pace.wait(), pace.reason()]).toEqual([0, undefined]);
  const failure = refusal({ code: 'api_error', status: 503 });
  pace.slow(failure, 1);
  expect([pace.wait(), pace.reason()?.reason]).toEqual([1000, 'gateway-error']);
  pace.slow(failure, 1);
  expect(pace.wait()).toBe(2000);
  pace.accepted();
  await clock.advance(2000);
  pace.slow(failure, 1);
  expect(pace.wait()).toBe(1000);
});
