'use client';

import type { BalanceResult } from '../react/hook-results.js';
import { useClient } from '../react/provider.js';
import { type BalanceOptions, useBalanceResult, useBalanceState } from '../react/reads.js';
import { balanceOptions } from './options.js';
import { type QueryOverrides, useRead } from './useRead.js';

/**
 * Money left, in USD. Read off the headers of answers that come anyway, and asked for only before
 * the first of them. It goes down at once when a task or an image is submitted, comes back when
 * that fails, and says what was billed when it ends. One for the client, however many hooks.
 *
 * @param options.lowBelow USD below which `low` is true
 * @param options.query settings of TanStack Query for the read
 * @example const { available, low, canAfford, shortfall } = useBalance({ lowBelow: 5 });
 */
export function useBalance(options: BalanceOptions & { query?: QueryOverrides } = {}): BalanceResult {
  const client = useClient();
  const state = useBalanceState(client);
  const isKnown = state.updatedAt !== undefined;
  const read = useRead(
    // Headers keep it up to date: it is not read again for a look at the page. Once it lies in the app's own cache, the app can invalidate it.
    { ...balanceOptions(client), refetchOnWindowFocus: false, refetchOnReconnect: false, refetchOnMount: !isKnown, enabled: ({ state: { data } }) => !isKnown || data !== undefined },
    options.query,
  );
  return useBalanceResult(client, state, read, options.lowBelow);
}
