import { describe, expect, it } from 'vitest';
import { BytespikeError } from '../../../src/core/base/errors.js';
import { withRetry } from '../../../src/core/wire/retry.js';
import { createManualClock } from '../../support/manual-clock.js';

interface Failing {
  code?: 'api_error' | 'concurrency_limit';
  retryable?: boolean;
  /** Milliseconds from now. */
  retryIn?: number;
}

/** What is tried again and again, until an hour has passed: when, and what it came to. */
async function attempts(failing: Failing, chance: number): Promise<{ at: number[]; error: unknown }> {
  const clock = createManualClock();
  const at: number[] = [];
  const { code = 'api_error', retryable = true, retryIn } = failing;
  const run = withRetry({ clock, random: () => chance }, () => {
    at.push(clock.now());
    const retryAt = retryIn === undefined ? undefined : clock.wallNow() + retryIn;
    return Promise.reject(new BytespikeError({ code, message: 'Not now.', retryable, retryAt }));
  });
  const ended = run.catch((error: unknown) => error);
  await clock.advance(60 * 60_000);
  return { at, error: await ended };
}

describe('a call that fails', () => {
  it('is made four times, ever later, without anybody’s leave, and then fails as it did last', async () => {
    const { at, error } = await attempts({}, 0.5);
    expect(at).toEqual([0, 1000, 3000, 7000]);
    expect(error).toMatchObject({ code: 'api_error' });
  });

  it('is made once when it would fail for good', async () => {
    expect((await attempts({ retryable: false }, 0.5)).at).toEqual([0]);
  });

  it.each([
    [0, 1000],
    [0.5, 2000],
    [1, 3000],
  ])('for too many at once waits a second, and up to two more by chance (%s)', async (chance, wait) => {
    expect((await attempts({ code: 'concurrency_limit' }, chance)).at).toEqual([0, wait, 2 * wait, 3 * wait]);
  });

  it.each([
    [0, 10_000],
    [1, 10_250],
  ])('comes back when it was told to, or a quarter of a second after that (%s)', async (chance, wait) => {
    expect((await attempts({ retryIn: 10_000 }, chance)).at).toEqual([0, wait, 2 * wait, 3 * wait]);
  });

  it('keeps a person waiting for half a minute, and no longer', async () => {
    expect((await attempts({ retryIn: 30_000 }, 0)).at).toEqual([0, 30_000, 60_000, 90_000]);
    expect((await attempts({ retryIn: 30_001 }, 0)).at).toEqual([0]);
  });

  it('is not made again once nobody wants it any more, nor where its caller says so', async () => {
    const clock = createManualClock();
    const stop = new AbortController();
    let made = 0;
    const failing = () => (made++, Promise.reject(new BytespikeError({ code: 'api_error', message: 'Not now.', retryable: true })));
    const stopped = withRetry({ clock, random: () => 0.5, signal: stop.signal }, failing).catch((error: unknown) => error);
    await clock.advance(500);
    stop.abort();
    await clock.advance(60_000);
    expect([made, await stopped]).toEqual([1, expect.objectContaining({ code: 'api_error' })]);
    const forbidden = withRetry({ clock, random: () => 0.5 }, failing, () => false).catch((error: unknown) => error);
    await clock.advance(60_000);
    expect([made, await forbidden]).toEqual([2, expect.objectContaining({ code: 'api_error' })]);
  });
});
