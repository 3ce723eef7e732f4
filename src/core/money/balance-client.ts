import type { Batch } from '../base/batch.js';
import type { Clock } from '../base/clock.js';
import type { Store } from '../base/observable.js';
import type { LiveCatalog } from '../catalog/overlay.js';
import type { PendingImage } from '../images/under-way.js';
import type { TaskStoreOptions } from '../records/storage.js';
import type { Balance, QuotaStore } from '../wire/quota.js';

/** A figure of the gateway's, as it was before and is now. */
export interface BalanceChange {
  before: { available: number; key?: number | undefined } | undefined;
  after: { available: number; key?: number | undefined };
}

export interface Holds {
  /** Calls back when something is under way, or no longer, until the result is called. */
  watch(): () => void;
  /**
   * Follows what became of what was under way, and what a new reading says of it. How many have
   * ended without a reading that has their amount in it.
   */
  update(news: BalanceChange | undefined): number;
  /** USD that may still be taken. */
  total(): number;
  /** What the gateway's figure does not have off yet. */
  notYetTaken(): number;
}

/** What of a client the balance follows from. */
export interface BalanceClient {
  readonly quota: QuotaStore;
  readonly batch: Batch;
  readonly clock: Clock;
  /** Asks the gateway. @throws BytespikeError */
  balance(options: { fresh: true }): Promise<Balance>;
  readonly live: Store<LiveCatalog>;
  readonly memory: TaskStoreOptions;
  readonly pendingImages: Store<readonly PendingImage[]>;
}
