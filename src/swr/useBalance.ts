'use client';

import type { Balance } from '../core/quota.js';
import type { BalanceResult } from '../core/results.js';
import { useClient } from '../react/provider.js';
import { type BalanceOptions, useBalanceResult, useSeenBalance } from '../react/reads.js';
import { balanceOptions } from './options.js';
import { type QueryOverrides, useRead } from './useRead.js';

/**
 * Money left, in USD. Read off the headers of answers that come anyway; asked for only before the first.
 *
 * @param options.lowBelow USD below which `low` is true
 * @param options.swr settings of SWR for the one read
 * @example const { available, low, canAfford } = useBalance();
 */
export function useBalance(options: BalanceOptions & { swr?: QueryOverrides<Balance> } = {}): BalanceResult {
  const client = useClient();
  const seen = useSeenBalance(client);
  const read = useRead(balanceOptions(client), { revalidateOnMount: seen === undefined, revalidateOnFocus: false, revalidateOnReconnect: false, ...options.swr });
  return useBalanceResult(seen, read, options.lowBelow);
}
