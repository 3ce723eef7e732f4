import { fromCredits } from '../base/credits.js';
import type { QuotaStore } from './quota.js';

/** Reads the envelope that comes with every answer, so that a balance costs no request of its own. */
export function observeQuota(store: QuotaStore, headers: Headers, usdPerCredit: number, now: number): void {
  const usd = (name: string) => {
    const value = number(headers.get(name));
    return value === undefined ? undefined : fromCredits(value, usdPerCredit);
  };
  const reset = number(headers.get('x-ratelimit-reset'));
  const next = {
    key: usd('x-quota-remaining-credits'),
    organisation: usd('x-org-quota-remaining-credits'),
    bucket: number(headers.get('x-ratelimit-remaining')),
    bucketResetsAt: reset === undefined ? undefined : reset * 1000,
  };
  if (next.key === undefined && next.organisation === undefined && next.bucket === undefined) return;
  store.set({ ...next, updatedAt: now });
}

function number(text: string | null): number | undefined {
  const value = text === null || text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : undefined;
}
