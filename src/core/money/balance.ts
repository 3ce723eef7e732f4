import { isBytespikeError } from '../base/errors.js';
import { createStore } from '../base/observable.js';
import { whenLoaded } from '../base/part.js';
import type { Balance, QuotaStore } from '../wire/quota.js';
import type { BalanceClient, CreateHolds, Holds } from './balance-client.js';
import { isNews, type Readings, withFailure, withHeaders, withReading } from './balance-readings.js';
import { createBalanceQuestions } from './balance-questions.js';
import { type BalanceState, isSame, type Price, shortfallOf, stateOf, unknownBalance } from './balance-view.js';

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

export interface BalanceWatchOptions {
  /** USD below which the balance is low. @default what the gateway says, where it does */
  lowBelow?: number | undefined;
}

/** What is older than this may no longer be true. */
const STALE_MS = 5 * 60_000;

const shared = new WeakMap<QuotaStore, BalanceWatch>();

/** The balance of a client, one and the same for all who look at it; made when the first does, so that apps without one load nothing of it. */
export function balanceWatchOf(client: BalanceClient): BalanceWatch {
  // An app may have spread its client and laid something over: what it hears of is the same.
  const watch = shared.get(client.quota) ?? createBalanceWatch(client);
  shared.set(client.quota, watch);
  return watch;
}

/** The balance of a client: what was told of it, less what is held for what is under way. */
export function createBalanceWatch(client: BalanceClient, { lowBelow }: BalanceWatchOptions = {}): BalanceWatch {
  const { quota, batch, clock } = client;
  const state = createStore(unknownBalance, open);
  const questions = createBalanceQuestions(() => client.balance({ fresh: true }));
  let holds: Holds | undefined;
  let known: Readings = {};
  let timer: unknown;

  const later = () => batch(update);

  function update(heard = known): void {
    const next = withHeaders(heard, quota);
    const isNew = isNews(known, next);
    const ends = holds?.update(isNew && next.latest ? { before: known.latest, after: next.latest } : undefined) ?? 0;
    known = isNew ? { ...next, error: undefined } : next;
    publish();
    if (questions.isDue(ends) && state.isWatched()) void refresh().catch(() => {});
  }

  function publish(): void {
    const { latest: reading, told, error } = withHeaders(known, quota);
    const fresh = reading === undefined ? 0 : Math.min(STALE_MS, reading.updatedAt + STALE_MS - clock.wallNow());
    const shown = stateOf({ reading, holds, lowThreshold: lowBelow ?? told?.lowThreshold, error, isFresh: fresh > 0 });
    if (!isSame(shown, state.get())) state.set(shown);
    clock.clearTimeout(timer);
    if (fresh > 0 && state.isWatched()) timer = clock.setTimeout(publish, fresh);
  }

  function see(balance: Balance): void {
    questions.answered();
    const heard = withReading(known, balance);
    if (heard !== known) update(heard);
  }

  function fail(cause: unknown): void {
    if (!isBytespikeError(cause)) return;
    const heard = withFailure(known, cause);
    if (heard === known) return;
    questions.refused(cause);
    // Its headers may have told all the same.
    update(heard);
  }

  async function refresh(): Promise<void> {
    try {
      const balance = await questions.ask();
      if (balance !== undefined) see(balance);
    } catch (cause) {
      fail(cause);
      throw cause;
    }
  }

  function open(): () => void {
    const load = (create: CreateHolds) => (holds ??= create(client, later));
    const stops = [quota.subscribe(later), watchHolds(client, load, update)];
    update();
    return () => {
      stops.forEach((stop) => stop());
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
    via: questions.via,
    refresh,
    canAfford: (cost) => missing(cost) === 0,
    shortfall: missing,
  };
}

/** Watches what is under way as soon as that part is there, until the result is called. */
function watchHolds({ holds, clock }: BalanceClient, made: (create: CreateHolds) => Holds, ready: () => void): () => void {
  let stop = () => {};
  const stopLoading = whenLoaded(holds, clock, (create) => {
    stop = made(create).watch();
    ready();
  });
  return () => {
    stopLoading();
    stop();
  };
}
