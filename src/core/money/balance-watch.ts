import type { Balance, QuotaStore } from '../wire/quota.js';
import type { BalanceState, Price } from './balance-view.js';

/** One balance for all who look at it. */
export interface BalanceWatch {
  get(): BalanceState;
  /** Nothing known: what a server renders, and a page before it has hydrated. */
  initial(): BalanceState;
  subscribe(listener: () => void): () => void;
  /** Tells of a reading that came another way than through headers, such as an app's own cache. */
  see(balance: Balance): void;
  /** Tells of a reading that came to nothing. */
  fail(error: unknown): void;
  /** Asks through an app's own cache from now on, until the result is called; the latest one counts. */
  via(ask: () => Promise<Balance | undefined>): () => void;
  /** Asks the gateway. @throws BytespikeError */
  refresh(): Promise<void>;
  /** Whether it can be paid; true while the balance is unknown, since the gateway decides. */
  canAfford(cost: Price): boolean;
  /** USD that are missing for it; 0 when none, or nothing is known. */
  shortfall(cost: Price): number;
}

/** Of each client whose balance somebody looks at, or has looked at; who only asks what is known loads nothing for it. */
export const watches = new WeakMap<QuotaStore, BalanceWatch>();
