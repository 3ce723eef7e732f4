import { type BytespikeError, isBytespikeError } from '../base/errors.js';
import { add } from '../base/money.js';
import { createStore } from '../base/observable.js';
import { whenLoaded } from '../base/part.js';
import type { CostEstimate } from '../catalog/cost.js';
import { type Balance, balanceOf, type QuotaStore } from '../wire/quota.js';
import type { BalanceClient, Holds } from './balance-client.js';

/** Money left, less what is under way and may still cost. USD. */
export interface BalanceState {
  /** What can be spent on something new; `undefined` before anybody told. */
  available: number | undefined;
  key: number | undefined;
  organisation: number | undefined;
  /** What is under way may still cost so much. It is taken off `available` already. */
  held: number;
  /** Whether `available` is below the threshold. */
  low: boolean;
  /** `undefined` when neither the app nor the gateway named one. */
  lowThreshold: number | undefined;
  source: Balance['source'] | undefined;
  /** When the gateway told, give or take 30 s; milliseconds since the epoch, by this machine. */
  updatedAt: number | undefined;
  /** Whether it may be out of date: the last read failed, or nothing told for five minutes. */
  stale: boolean;
  /** Why the last read failed; gone with the next reading. */
  error: BytespikeError | undefined;
}

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

/** An amount in USD, or an estimate, of which the most it can come to counts. */
export type Price = number | Pick<CostEstimate, 'max'> | undefined;

export interface BalanceWatchOptions {
  /** USD below which the balance is low. @default what the gateway says, where it does */
  lowBelow?: number | undefined;
}

const unknownBalance: BalanceState = {
  available: undefined,
  key: undefined,
  organisation: undefined,
  held: 0,
  low: false,
  lowThreshold: undefined,
  source: undefined,
  updatedAt: undefined,
  stale: false,
  error: undefined,
};

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
  const ways: (() => Promise<Balance | undefined>)[] = [() => client.balance({ fresh: true })];
  let holds: Holds | undefined;
  let told: Balance | undefined;
  let reading: Balance | undefined;
  let seen: readonly unknown[] = [];
  let failure: BytespikeError | undefined;
  let error: BytespikeError | undefined;
  /** Ends whose amount nobody has told yet, and for how many of them the gateway was asked in vain. */
  let ends = 0;
  let inVain = 0;
  // Neither headers nor an endpoint: a proxy that shows no balance is not asked at each end.
  let isClosed = false;
  let timer: unknown;

  const later = () => batch(update);
  const latest = () => latestOf(balanceOf(quota), told);

  function update(): void {
    const next = latest();
    const sources = [quota.get(), told];
    const isNew = next !== undefined && sources.some((source, index) => source !== seen[index]);
    if (isNew) error = undefined;
    ends = holds?.update(isNew ? { before: reading, after: next } : undefined) ?? 0;
    inVain = Math.min(inVain, ends);
    reading = next;
    seen = sources;
    publish(next);
    if (ends > inVain && !isClosed && state.isWatched()) void refresh().catch(() => {});
  }

  function publish(next: Balance | undefined): void {
    const lowThreshold = lowBelow ?? told?.lowThreshold;
    const available = next && Math.max(0, add(next.available, -(holds?.notYetTaken() ?? 0)));
    const fresh = next === undefined ? 0 : Math.min(STALE_MS, next.updatedAt + STALE_MS - clock.wallNow());
    const shown: BalanceState = {
      ...shownOf(next),
      available,
      held: holds?.total() ?? 0,
      low: isLow(available, lowThreshold),
      lowThreshold,
      stale: next !== undefined && (error !== undefined || fresh <= 0),
      error,
    };
    if (!isSame(shown, state.get())) state.set(shown);
    clock.clearTimeout(timer);
    if (fresh > 0 && state.isWatched()) timer = clock.setTimeout(() => publish(latest()), fresh);
  }

  function see(balance: Balance): void {
    isClosed = false;
    // The same reading by two ways is one.
    if (told !== undefined && (balance.updatedAt < told.updatedAt || isSameReading(balance, told))) return;
    told = balance;
    update();
  }

  function fail(cause: unknown): void {
    if (!isBytespikeError(cause) || cause === failure) return;
    failure = cause;
    error = cause;
    isClosed = cause.status === 403 || cause.status === 404;
    inVain = ends;
    // Its headers may have told all the same.
    update();
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
    const stopQuota = quota.subscribe(later);
    const stopLoading = whenLoaded(client.holds, clock, (create) => {
      holds ??= create(client, later);
      stopHolds = holds.watch();
      update();
    });
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
      if (!state.isWatched()) publish(latest());
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

/** A reading as it is, with nothing held. */
export function shownOf(reading: Balance | undefined): BalanceState {
  const { available, key, organisation, source, updatedAt } = reading ?? unknownBalance;
  return { ...unknownBalance, available, key, organisation, source, updatedAt };
}

export function isLow(available: number | undefined, threshold: number | undefined): boolean {
  return available !== undefined && threshold !== undefined && available < threshold;
}

export function shortfallOf(available: number | undefined, cost: Price): number {
  const price = typeof cost === 'object' ? cost.max : cost;
  return available === undefined || price === undefined ? 0 : Math.max(0, add(price, -available));
}

/** A wallet that was read this long ago still limits what the key's own figure says. */
const WALLET_LASTS_MS = 60_000;

/** The later of the two. A key may have more left than the wallet that it is paid from: the lesser counts. */
function latestOf(headers: Balance | undefined, told: Balance | undefined): Balance | undefined {
  if (headers === undefined || told === undefined) return headers ?? told;
  if (told.updatedAt >= headers.updatedAt) return told;
  const wallet = headers.updatedAt - told.updatedAt <= WALLET_LASTS_MS ? told.wallet : undefined;
  return wallet === undefined ? headers : { ...headers, wallet, available: Math.min(headers.available, wallet) };
}

const isSameReading = (a: Balance, b: Balance) => a.updatedAt === b.updatedAt && a.available === b.available && a.key === b.key;

/** Every answer tells the balance again: the same one, a little later, is no news to anybody. */
const SAME_MS = 30_000;

function isSame({ updatedAt = 0, ...a }: BalanceState, b: BalanceState): boolean {
  const keys = Object.keys(a) as (keyof typeof a)[];
  return keys.every((key) => a[key] === b[key]) && updatedAt - (b.updatedAt ?? 0) < SAME_MS;
}
