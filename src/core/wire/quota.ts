import { createStore, type Store } from '../base/observable.js';

/** What the quota headers of the latest answer said. USD. */
interface Quota {
  /** Left on the key. */
  key?: number | undefined;
  /** Left in the organisation's wallet; organisation keys only. */
  organisation?: number | undefined;
  /** Left in the tightest spend bucket (5 h, 1 d, 7 d). */
  bucket?: number | undefined;
  /** When that bucket refills; milliseconds since the epoch. */
  bucketResetsAt?: number | undefined;
  /** Milliseconds since the epoch, by this machine. */
  updatedAt: number;
}

/** Money left. USD. */
export interface Balance {
  /** What can be spent: the least of what is left on the key, in the wallet and in the organisation's. */
  available: number;
  key?: number | undefined;
  organisation?: number | undefined;
  /** Left in the wallet, as a read of the balance or the account told; headers do not say it. */
  wallet?: number | undefined;
  /** Below this the gateway calls it low. */
  lowThreshold?: number | undefined;
  /** Who told: the headers of an answer that came anyway, or one of two reads. */
  source: 'headers' | 'balance' | 'account';
  /** Milliseconds since the epoch, by this machine. */
  updatedAt: number;
}

export type QuotaStore = Store<Quota | undefined>;

export const createQuotaStore = (): QuotaStore => createStore<Quota | undefined>(undefined);

/** The balance that the headers told of; `undefined` before they did. */
export function balanceOf(quota: QuotaStore): Balance | undefined {
  const seen = quota.get();
  const left = [seen?.key, seen?.organisation].filter((amount) => amount !== undefined);
  if (seen === undefined || left.length === 0) return undefined;
  return { available: Math.min(...left), key: seen.key, organisation: seen.organisation, source: 'headers', updatedAt: seen.updatedAt };
}
