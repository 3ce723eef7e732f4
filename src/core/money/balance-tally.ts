import { type BytespikeError, isBytespikeError } from '../base/errors.js';
import { type Balance, balanceOf, type QuotaStore } from '../wire/quota.js';
import type { Holds } from './balance-client.js';
import { type BalanceState, stateOf } from './balance-view.js';

/** What was told of a balance, and whether it is worth a question. */
interface BalanceTally {
  /** What there is to show of it, at the moment `now`. */
  show(holds: Holds | undefined, lowBelow: number | undefined, now: number): BalanceState;
  /** Reckons with what is new. Whether something has ended whose amount nobody told, and the gateway may. */
  reckon(holds: Holds | undefined): boolean;
  /** Takes a reading that came another way than through headers; whether it says anything new. */
  accept(balance: Balance): boolean;
  /** Takes a failure of a question; whether it is another one. */
  refuse(cause: unknown): boolean;
}

export function createBalanceTally(quota: QuotaStore): BalanceTally {
  let told: Balance | undefined;
  let reckoned: Balance | undefined;
  let seen: readonly unknown[] = [];
  let failure: BytespikeError | undefined;
  let error: BytespikeError | undefined;
  /** Ends whose amount nobody has told yet, and for how many of them the gateway was asked in vain. */
  let ends = 0;
  let inVain = 0;
  // Neither headers nor an endpoint: a proxy that shows no balance is not asked at each end.
  let isClosed = false;
  const latest = () => latestOf(balanceOf(quota), told);

  return {
    show: (holds, lowBelow, now) => stateOf(latest(), holds, lowBelow ?? told?.lowThreshold, error, now),
    reckon(holds) {
      const next = latest();
      const sources = [quota.get(), told];
      const isNew = next !== undefined && sources.some((source, index) => source !== seen[index]);
      if (isNew) error = undefined;
      ends = holds?.update(isNew ? { before: reckoned, after: next } : undefined) ?? 0;
      inVain = Math.min(inVain, ends);
      reckoned = next;
      seen = sources;
      return ends > inVain && !isClosed;
    },
    accept(balance) {
      isClosed = false;
      // The same reading by two ways is one.
      if (told !== undefined && (balance.updatedAt < told.updatedAt || isSameReading(balance, told))) return false;
      told = balance;
      return true;
    },
    refuse(cause) {
      if (!isBytespikeError(cause) || cause === failure) return false;
      failure = error = cause;
      isClosed = cause.status === 403 || cause.status === 404;
      inVain = ends;
      return true;
    },
  };
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
