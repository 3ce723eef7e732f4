import { loadOnce } from '../base/load-once.js';
import { createStore } from '../base/observable.js';
import { type Part, whenLoaded } from '../base/part.js';
import type { Balance } from '../wire/quota.js';
import type { BalanceClient, Holds } from './balance-client.js';
import type { createHolds } from './holds.js';
import { createBalanceTally } from './balance-tally.js';
import { type BalanceWatch, watches } from './balance-watch.js';
import { isSame, type Price, shortfallOf, STALE_MS, unknownBalance } from './balance-view.js';

export interface BalanceWatchOptions {
  /** USD below which the balance is low. @default what the gateway says, where it does */
  lowBelow?: number | undefined;
}

/** The balance of a client, one and the same for all who look at it; made when the first does, so that apps without one load nothing of it. */
export function balanceWatchOf(client: BalanceClient): BalanceWatch {
  // An app may have spread its client and laid something over: what it hears of is the same.
  const watch = watches.get(client.quota) ?? createBalanceWatch(client);
  watches.set(client.quota, watch);
  return watch;
}

/** What follows what is under way: loaded once somebody looks, and tried again until it is there. */
const follower: Part<typeof createHolds> = loadOnce(async () => (await import('./holds.js')).createHolds);

/** The balance of a client: what was told of it, less what is held for what is under way. */
export function createBalanceWatch(client: BalanceClient, { lowBelow }: BalanceWatchOptions = {}, following = follower): BalanceWatch {
  const { quota, batch, clock } = client;
  const state = createStore(unknownBalance, open);
  const tally = createBalanceTally(quota);
  const ways: (() => Promise<Balance | undefined>)[] = [() => client.balance({ fresh: true })];
  let holds: Holds | undefined;
  let timer: unknown;

  const later = () => batch(update);

  function update(): void {
    const isWanting = tally.reckon(holds);
    publish();
    if (isWanting && state.isWatched()) void refresh().catch(() => {});
  }

  function publish(): void {
    const now = clock.wallNow();
    const shown = tally.show(holds, lowBelow, now);
    const { updatedAt, stale } = shown;
    if (!isSame(shown, state.get())) state.set(shown);
    clock.clearTimeout(timer);
    if (updatedAt !== undefined && !stale && state.isWatched()) timer = clock.setTimeout(publish, Math.min(STALE_MS, updatedAt + STALE_MS - now));
  }

  function see(balance: Balance): void {
    if (tally.accept(balance)) update();
  }

  function fail(cause: unknown): void {
    // Its headers may have told all the same.
    if (tally.refuse(cause)) update();
  }

  async function refresh(): Promise<void> {
    try {
      const balance = await ways.at(-1)?.();
      if (balance !== undefined) see(balance);
    } catch (cause) {
      fail(cause);
      throw cause;
    }
  }

  function open(): () => void {
    let stopHolds = () => {};
    const stopLoading = whenLoaded(following, clock, (create) => {
      holds ??= create(client, later);
      stopHolds = holds.watch();
      update();
    });
    const stopQuota = quota.subscribe(later);
    update();
    return () => {
      stopQuota();
      stopLoading();
      stopHolds();
      clock.clearTimeout(timer);
    };
  }

  const missing = (cost: Price) => shortfallOf(state.get().available, cost);
  return {
    get() {
      if (!state.isWatched()) publish();
      return state.get();
    },
    initial: () => unknownBalance,
    subscribe: state.subscribe,
    see,
    fail,
    via(ask) {
      ways.push(ask);
      return () => void ways.splice(ways.lastIndexOf(ask), 1);
    },
    refresh,
    canAfford: (cost) => missing(cost) === 0,
    shortfall: missing,
  };
}
