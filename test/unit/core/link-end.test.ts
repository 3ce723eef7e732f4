import { describe, expect, it } from 'vitest';
import { endOfLink } from '../../../src/core/outcome/link-end.js';
import { lifeLeft } from '../../../src/core/outcome/link-life.js';

const NOON = Date.UTC(2026, 10, 28, 12);
const HOUR = 3_600_000;

describe('the end of a link', () => {
  it.each([
    ['AWS', 'X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Date=20261128T120000Z&X-Amz-Expires=3600&X-Amz-Signature=0', NOON + HOUR],
    ['Google', 'X-Goog-Date=20261128T120000Z&X-Goog-Expires=7200', NOON + 2 * HOUR],
    ['who writes them small', 'x-oss-date=20261128T120000Z&x-oss-expires=60', NOON + 60_000],
    ['CloudFront, in seconds since the epoch', `Expires=${NOON / 1000}&Signature=0&Key-Pair-Id=K`, NOON],
    ['Azure', 'sv=2024-01-01&se=2026-11-28T12%3A00%3A00Z&sig=0', NOON],
    ['our own proxy and the simulated gateway', `expires=${NOON / 1000}&signature=0`, NOON],
    ['two: the earlier one', `se=2026-11-28T12%3A00%3A00Z&expires=${NOON / 1000 + 60}`, NOON],
  ])('as it says itself: %s', (_signer, query, end) => {
    expect(endOfLink(`https://cdn.example/a.mp4?${query}`)).toBe(end);
  });

  it.each([
    ['https://bucket.example/task-0.mp4'],
    ['https://bucket.example/task-0.mp4?expires=3600'],
    ['https://bucket.example/task-0.mp4?expires=never&se=sweden'],
    ['https://cdn.example/a?X-Amz-Expires=3600'],
    ['https://cdn.example/a?X-Amz-Date=today&X-Amz-Expires=3600'],
    ['https://cdn.example/a?X-Amz-Date=20261128T120000Z&X-Amz-Expires=soon'],
    ['https://cdn.example/a?X-Expires=86400'],
    ['data:image/png;base64,AAAA'],
    ['blob:https://app.example/1?expires=4102444800'],
    ['not an address'],
  ])('is not known where nobody said it: %s', (url) => {
    expect(endOfLink(url)).toBeUndefined();
  });
});

describe('the life that is left of a link', () => {
  it.each([
    { expiresAt: NOON + 1, left: 1 },
    { expiresAt: NOON, left: 0 },
    { expiresAt: NOON - HOUR, left: -HOUR },
    { expiresAt: undefined, left: Number.POSITIVE_INFINITY },
  ])('ends at $expiresAt', ({ expiresAt, left }) => {
    expect(lifeLeft({ expiresAt }, NOON)).toBe(left);
  });
});
