import { isBytespikeError } from 'bytespike-react';
import { describe, expect, it } from 'vitest';
import { errorFromAnswer } from '../../../src/core/wire/refusals.js';

const now = Date.UTC(2026, 0, 1, 12);
const answer = (status: number, body: unknown, headers: Record<string, string> = {}, billable = false) =>
  errorFromAnswer({ status, body, headers: new Headers(headers), billable, receivedAt: now });

describe('a refusal as an error', () => {
  it.each([
    ['OpenAI', { error: { code: 'model_not_in_group', type: 'forbidden', message: 'Not yours.' } }],
    ['Google', { error: { code: 403, status: 'PERMISSION_DENIED', message: 'Not yours.' } }],
    ['Anthropic', { type: 'error', error: { type: 'permission_error', message: 'Not yours.' } }],
  ])("reads %s's envelope", (vendor, body) => {
    const error = answer(403, body);
    expect(error.code).toBe(vendor === 'OpenAI' ? 'model_not_in_group' : 'permission_denied');
    expect(error.message).toMatch(/^Not yours\./);
    expect(error).toMatchObject({ billed: 'no', retryable: false });
  });

  it.each(['content_policy_violation', 'CONTENT_POLICY_VIOLATION', 'contentFilter', 'nsfw', 'prohibited_content', 'watermark_detected', 'policy_violation', 'blocked'])(
    'takes %s for a block by the safety filter whatever the status, which nothing is billed for and no repetition helps',
    (code) => {
      for (const status of [400, 500]) {
        expect(answer(status, { error: { code, message: 'No.' } }, {}, true)).toMatchObject({ code: 'safety_blocked', billed: 'no', retryable: false });
      }
    },
  );

  it('keeps the field that was refused', () => {
    expect(answer(400, { error: { code: 'invalid_param', message: 'bad size', param: 'size' } }).field).toBe('size');
  });

  it('takes a page of HTML after a billable call for an outcome that is not known', () => {
    expect(answer(502, '<html>', {}, true).billed).toBe('unknown');
    expect(answer(502, { error: { code: 'api_error', message: 'upstream' } }, {}, true).billed).toBe('no');
  });

  it('believes a proxy that says it does not know the outcome', () => {
    const error = answer(502, { error: { code: 'api_error', message: 'lost' } }, { 'x-bytespike-outcome': 'unknown' }, true);
    expect(error.billed).toBe('unknown');
  });

  it.each([
    ['seconds', { 'retry-after': '7' }, now + 7000],
    ['a date that has passed, which is now', { 'retry-after': 'Wed, 01 Jan 2020 10:00:00 GMT', date: 'Thu, 01 Jan 2026 10:00:00 GMT' }, now],
    ['the end of a bucket that has passed, which is now', { 'x-ratelimit-reset': '1' }, now],
    ['fractions of a second', { 'retry-after': '0.5' }, now + 500],
    ['a header that came twice', { 'retry-after': '7, 12' }, now + 12_000],
    ['an older date', { 'retry-after': 'Thursday, 01-Jan-26 10:00:07 GMT', date: 'Thursday, 01-Jan-26 10:00:00 GMT' }, now + 7000],
    ['the date of a C program, which is GMT everywhere', { 'retry-after': 'Thu Jan  1 10:00:07 2026', date: 'Thu, 01 Jan 2026 10:00:00 GMT' }, now + 7000],
    ['a clock that tells the time in the same way', { 'retry-after': 'Thu, 01 Jan 2026 10:00:07 GMT', date: 'Thu Jan  1 10:00:00 2026' }, now + 7000],
    ['a date in ISO 8601', { 'retry-after': '2026-01-01T10:00:07Z', date: 'Thu, 01 Jan 2026 10:00:00 GMT' }, now + 7000],
    ["a date by the server's clock", { 'retry-after': 'Thu, 01 Jan 2026 10:00:07 GMT', date: 'Thu, 01 Jan 2026 10:00:00 GMT' }, now + 7000],
    ['the reset of the bucket', { 'x-ratelimit-reset': String(now / 1000 + 60), date: new Date(now).toUTCString() }, now + 60_000],
  ])('waits as long as %s says', (_, headers, expected) => {
    expect(answer(429, {}, headers).retryAt).toBe(expected);
  });

  it.each(['9'.repeat(12), '9'.repeat(400), '-5', '12 12', '5, soon', ',', 'soon', 'Thu 5', 'Fri, 31 Dec 9999 23:59:59 GMT'])('takes a wait of %s for none', (seconds) => {
    expect(answer(429, {}, { 'retry-after': seconds }).retryAt).toBeUndefined();
  });

  it('does not take the reset of a spend bucket for the end of another trouble', () => {
    const headers = { 'x-ratelimit-reset': String(now / 1000 + 86_400) };
    expect(answer(429, { error: { code: 'concurrency_limit', message: 'busy' } }, headers).retryAt).toBeUndefined();
    expect(answer(503, {}, headers).retryAt).toBeUndefined();
    expect(answer(429, {}, headers).retryAt).toBe(now + 300_000);
  });

  it('is recognised from another realm, where instanceof is false', () => {
    expect(isBytespikeError({ ...answer(402, {}), name: 'BytespikeError' })).toBe(true);
    expect(isBytespikeError(new Error('other'))).toBe(false);
  });
});
