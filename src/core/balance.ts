import type { Client } from './client.js';
import type { CostEstimate } from './cost.js';
import { isBytespikeError } from './errors.js';
import { createHolds } from './holds.js';
import { add } from './money.js';
import { type Balance, balanceOf } from './quota.js';
import { createStore } from './state.js';

/** Money left, less what tasks under way may still cost. USD. */
export interface BalanceState {
  /** What can be spent on something new; `undefined` before anybody told. */
  available: number | undefined;
  key: number | undefined;
  organisation: number | undefined;
  /** What tasks under way may still cost. It is taken off `available` already. */
  held: number;
  /** Whether `available` is below the threshold. */
  low: boolean;
  /** `undefined` when neither the app nor the gateway named one. */
  lowThreshold: number | undefined;
  source: Balance['source'] | undefined;
  /** When the gateway told, give or take 30 s; milliseconds since the epoch, by this machine. */
  updatedAt: number | undefined;
}

/** One balance for all who look at it. */
export interface BalanceWatch {
  get(): BalanceState;
  /** Nothing known: what a server renders, and a page before it has hydrated. */
  initial(): BalanceState;
  subscribe(listener: () => void): () => void;
  /** Tells of a reading that came another way than through headers, such as an app's own cache. */
  see(balance: Balance): void;
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
  /** Asks for a reading and hands it to `see`, when an app has its own way. @default `client.balance` */
  ask?: (() => Promise<Balance>) | undefined;
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
};

/**
 * The balance as it follows from what happens anyway: every answer's headers tell it, a task that
 * is submitted takes its estimate off at once, one that fails gives it back, and one that ends is
 * followed by a single free read, for the amount that was billed.
 *
 * @example
 * const balance = createBalanceState(client);
 * const leave = balance.subscribe(() => show(balance.get().available));
 */
export function createBalanceState(client: Client, options: BalanceWatchOptions = {}): BalanceWatch {
  const { quota, store, batch } = client;
  const ask = options.ask ?? (() => client.balance({ fresh: true }));
  const state = createStore(unknownBalance);
  const holds = createHolds(client, () => batch(update));
  let told: Balance | undefined;
  let reading: Balance | undefined;
  let seen: readonly unknown[] = [];
  let viewers = 0;
  let leave = () => {};
  // Neither headers nor an endpoint: a proxy that shows no balance is not asked at each task's end.
  let isClosed = false;

  function update(): void {
    const latest = combine(balanceOf(quota), told);
    const sources = [quota.get(), told];
    const isNew = latest !== undefined && sources.some((source, index) => source !== seen[index]);
    const needsReading = holds.update(store.list(), isNew ? { before: reading, after: latest } : undefined);
    reading = latest;
    seen = sources;
    publish();
    if (needsReading && !isClosed && viewers > 0) void refresh().catch(() => {});
  }

  function publish(): void {
    const lowThreshold = options.lowBelow ?? told?.lowThreshold;
    const available = reading && Math.max(0, add(reading.available, -holds.notYetTaken()));
    const next: BalanceState = {
      available,
      key: reading?.key,
      organisation: reading?.organisation,
      held: holds.total(),
      low: available !== undefined && lowThreshold !== undefined && available < lowThreshold,
      lowThreshold,
      source: reading?.source,
      updatedAt: reading?.updatedAt,
    };
    if (!isSame(next, state.get())) state.set(next);
  }

  function see(balance: Balance): void {
    if (told !== undefined && balance.updatedAt < told.updatedAt) return;
    told = balance;
    update();
  }

  async function refresh(): Promise<void> {
    try {
      see(await ask());
      isClosed = false;
    } catch (error) {
      isClosed = isBytespikeError(error) && (error.status === 403 || error.status === 404);
      // Its headers may have told all the same.
      update();
      throw error;
    }
  }

  function shortfall(cost: Price): number {
    const { available } = state.get();
    const price = typeof cost === 'object' ? cost.max : cost;
    return available === undefined || price === undefined ? 0 : Math.max(0, add(price, -available));
  }

  return {
    get: state.get,
    initial: () => unknownBalance,
    subscribe(listener) {
      const unsubscribe = state.subscribe(listener);
      if (viewers++ === 0) {
        const later = () => batch(update);
        const stops = [quota.subscribe(later), store.subscribe(later)];
        leave = () => stops.forEach((stop) => stop());
        update();
      }
      let isHere = true;
      return () => {
        unsubscribe();
        if (!isHere) return;
        isHere = false;
        if (--viewers === 0) leave();
      };
    },
    see,
    refresh,
    canAfford: (cost) => shortfall(cost) === 0,
    shortfall,
  };
}

/** A wallet that was read this long ago still limits what the key's own figure says. */
const WALLET_LASTS_MS = 60_000;

/** The later of the two. A key may have more left than the wallet that it is paid from: the lesser counts. */
function combine(headers: Balance | undefined, told: Balance | undefined): Balance | undefined {
  if (headers === undefined || told === undefined) return headers ?? told;
  if (told.updatedAt >= headers.updatedAt) return told;
  const wallet = headers.updatedAt - told.updatedAt <= WALLET_LASTS_MS ? told.wallet : undefined;
  return wallet === undefined ? headers : { ...headers, wallet, available: Math.min(headers.available, wallet) };
}

/** Every answer tells the balance again: the same one, a little later, is no news to anybody. */
const SAME_MS = 30_000;

function isSame({ updatedAt = 0, ...a }: BalanceState, b: BalanceState): boolean {
  const keys = Object.keys(a) as (keyof typeof a)[];
  return keys.every((key) => a[key] === b[key]) && updatedAt - (b.updatedAt ?? 0) < SAME_MS;
}
