'use client';

import type { BalanceResult } from '../core/results.js';
import { useClient } from '../react/provider.js';
import { type BalanceOptions, useBalanceResult, useSeenBalance } from '../react/reads.js';
import { balanceOptions } from './options.js';
import { type QueryOverrides, useRead } from './useRead.js';

/**
 * Money left, in USD. Read off the headers of answers that come anyway; asked for only before the first.
 *
 * @param options.lowBelow USD below which `low` is true
 * @param options.query settings of TanStack Query for the one read
 * @example const { available, low, canAfford } = useBalance();
 */
export function useBalance(options: BalanceOptions & { query?: QueryOverrides } = {}): BalanceResult {
  const client = useClient();
  const seen = useSeenBalance(client);
  const read = useRead(balanceOptions(client), { enabled: seen === undefined, ...options.query });
  return useBalanceResult(seen, read, options.lowBelow);
}
