// Balances as `useBalance` returns them.
import { type BalanceResult, BytespikeError } from 'bytespike-react';

const minutesAgo = (minutes: number): number => Date.now() - minutes * 60_000;

/** A balance of which this much is told. */
export function balanceOf(told: Partial<BalanceResult> = {}): BalanceResult {
  const { available } = told;
  const missing: BalanceResult['shortfall'] = (cost) => {
    const price = typeof cost === 'object' ? cost.max : (cost ?? 0);
    return available === undefined ? 0 : Math.max(0, Math.round((price - available) * 1_000_000) / 1_000_000);
  };
  return {
    available,
    held: 0,
    key: undefined,
    organisation: undefined,
    low: false,
    lowThreshold: undefined,
    canAfford: (cost) => missing(cost) === 0,
    shortfall: missing,
    source: available === undefined ? undefined : 'headers',
    updatedAt: available === undefined ? undefined : Date.now(),
    stale: false,
    status: available === undefined ? 'pending' : 'success',
    error: undefined,
    refresh: () => Promise.resolve(),
    ...told,
  };
}

const unreachable = new BytespikeError({ code: 'network_error', message: 'The connection broke.', billed: 'no' });
const hidden = new BytespikeError({ code: 'not_found', message: 'There is no such page.', status: 404, billed: 'no' });

/** Every state of a balance that can be reached, by name. */
export const balances = {
  plenty: () => balanceOf({ available: 31.4 }),
  threshold: () => balanceOf({ available: 31.4, lowThreshold: 5 }),
  held: () => balanceOf({ available: 30.53, held: 0.87, lowThreshold: 5 }),
  keyAndOrganisation: () => balanceOf({ available: 12, key: 12, organisation: 480.25, lowThreshold: 5 }),
  low: () => balanceOf({ available: 3.279, low: true, lowThreshold: 5, held: 0.21 }),
  empty: () => balanceOf({ available: 0, low: true, lowThreshold: 5 }),
  stale: () => balanceOf({ available: 31.4, lowThreshold: 5, stale: true, updatedAt: minutesAgo(5.5) }),
  staleAndFailed: () => balanceOf({ available: 31.4, stale: true, updatedAt: minutesAgo(130), error: unreachable }),
  unknown: () => balanceOf(),
  error: () => balanceOf({ status: 'error', error: unreachable }),
  closed: () => balanceOf({ status: 'error', error: hidden }),
} satisfies Record<string, () => BalanceResult>;
