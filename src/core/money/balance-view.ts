import type { BytespikeError } from '../base/errors.js';
import { add } from '../base/money.js';
import type { CostEstimate } from '../catalog/cost.js';
import type { Balance } from '../wire/quota.js';
import type { Holds } from './balance-client.js';

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

/** An amount in USD, or an estimate, of which the most it can come to counts. */
export type Price = number | Pick<CostEstimate, 'max'> | undefined;

/** Nothing known. */
export const unknownBalance: BalanceState = {
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

/** What is older than this may no longer be true. @source ours: what else is spent under a key in five minutes is seldom much */
export const STALE_MS = 5 * 60_000;

/** What there is to show of a reading, of what is held, and of why there is no later reading. */
export function stateOf(
  reading: Balance | undefined,
  holds: Holds | undefined,
  lowThreshold: number | undefined,
  error: BytespikeError | undefined,
  now: number,
): BalanceState {
  const available = reading && Math.max(0, add(reading.available, -(holds?.notYetTaken() ?? 0)));
  return {
    ...shownOf(reading),
    available,
    held: holds?.total() ?? 0,
    low: isLow(available, lowThreshold),
    lowThreshold,
    stale: reading !== undefined && (error !== undefined || now - reading.updatedAt >= STALE_MS),
    error,
  };
}

/** A reading as it is, with nothing held. */
export function shownOf(reading: Balance | undefined): BalanceState {
  const { available, key, organisation, source, updatedAt } = reading ?? unknownBalance;
  return { ...unknownBalance, available, key, organisation, source, updatedAt };
}

/** Nothing is below what is not known, which is not a number. */
export function isLow(available: number | undefined, threshold: number | undefined): boolean {
  return Number(available) < Number(threshold);
}

export function shortfallOf(available: number | undefined, cost: Price): number {
  const price = typeof cost === 'object' ? cost.max : cost;
  return available === undefined || price === undefined ? 0 : Math.max(0, add(price, -available));
}

/** Every answer tells the balance again: the same one, a little later, is no news to anybody. */
const SAME_MS = 30_000;

/** Whether there is nothing new to show. */
export function isSame({ updatedAt = 0, ...a }: BalanceState, b: BalanceState): boolean {
  const keys = Object.keys(a) as (keyof typeof a)[];
  return keys.every((key) => a[key] === b[key]) && updatedAt - (b.updatedAt ?? 0) < SAME_MS;
}
