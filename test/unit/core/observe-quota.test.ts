import { expect, it } from 'vitest';
import { fromCredits } from '../../../src/core/base/credits.js';
import { observeQuota } from '../../../src/core/wire/quota-headers.js';
import { createQuotaStore } from '../../../src/core/wire/quota.js';

it.each([
  ['3', 0.1, 0.3],
  ['7', 0.07, 0.49],
  ['3000000', 0.0000005, 1.5],
])('%s credits of %f USD are %f USD in the envelope, to the millionth', (credits, usdPerCredit, usd) => {
  const store = createQuotaStore();
  const headers = new Headers({ 'x-quota-remaining-credits': credits, 'x-org-quota-remaining-credits': credits });
  observeQuota(store, headers, usdPerCredit, 0);
  expect(store.get()).toMatchObject({ key: usd, organisation: usd });
  expect(fromCredits(Number(credits), usdPerCredit)).toBe(usd);
});

it('when a spend bucket refills is told in seconds, and kept in milliseconds', () => {
  const store = createQuotaStore();
  observeQuota(store, new Headers({ 'x-ratelimit-remaining': '2.5', 'x-ratelimit-reset': '1767225600' }), 1, 0);
  expect(store.get()).toMatchObject({ bucket: 2.5, bucketResetsAt: Date.UTC(2026, 0, 1) });
  observeQuota(store, new Headers({ 'x-ratelimit-remaining': '2.5' }), 1, 0);
  expect(store.get()).toMatchObject({ bucket: 2.5, bucketResetsAt: undefined });
});
