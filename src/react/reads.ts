'use client';

import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import { balanceWatchOf } from '../core/money/balance.js';
import { type BalanceState, isLow, shortfallOf, shownOf } from '../core/money/balance-view.js';
import type { ClientInternals } from '../core/client/internals.js';
import { type BytespikeError, isBytespikeError } from '../core/base/errors.js';
import type { Balance } from '../core/wire/quota.js';
import type { UsageQuery } from '../core/wire/account.js';
import type { Usage } from '../core/wire/account-readings.js';
import type { BalanceResult, ReadStatus, UsageResult } from './hook-results.js';

/** A read of a flavour's own library, in the words that both have in common. */
export interface Read<Data> {
  data: Data | undefined;
  error: unknown;
  refresh: () => Promise<void>;
}

/** A read that tells whoever asks what came of it. */
export interface AskedRead<Data> extends Read<Data> {
  /** Reads again through the app's own cache. Rejects when it cannot be had. */
  ask: () => Promise<Data | undefined>;
}

export interface BalanceOptions {
  /** USD below which the balance is low. @default what the gateway says, where it does */
  lowBelow?: number | undefined;
}

/** The balance of the client; unknown while rendering on a server, and while hydrating. */
export function useBalanceState(client: ClientInternals): BalanceState {
  const balanceWatch = balanceWatchOf(client);
  return useSyncExternalStore(balanceWatch.subscribe, balanceWatch.get, balanceWatch.initial);
}

/** What the app's own cache reads is told to the balance of the client, which in turn asks through it. */
export function useBalanceResult(
  client: ClientInternals,
  state: BalanceState,
  { data, error, ask }: AskedRead<Balance>,
  lowBelow: number | undefined,
): BalanceResult {
  const balanceWatch = balanceWatchOf(client);
  useEffect(() => balanceWatch.via(ask), [balanceWatch, ask]);
  useEffect(() => {
    if (data !== undefined) balanceWatch.see(data);
  }, [balanceWatch, data]);
  useEffect(() => {
    if (error !== undefined && error !== null) balanceWatch.fail(error);
  }, [balanceWatch, error]);
  // Why it failed is in the state.
  const refresh = useCallback(() => balanceWatch.refresh().catch(() => {}), [balanceWatch]);
  return useMemo(() => {
    // What was prefetched is shown before anything of the browser is looked at.
    const shown = state.updatedAt === undefined && data !== undefined ? { ...state, ...shownOf(data), error: state.error } : state;
    const { available } = shown;
    const lowThreshold = lowBelow ?? shown.lowThreshold ?? data?.lowThreshold;
    return {
      ...shown,
      lowThreshold,
      low: isLow(available, lowThreshold),
      canAfford: (cost) => shortfallOf(available, cost) === 0,
      shortfall: (cost) => shortfallOf(available, cost),
      status: statusOf(available, shown.error),
      refresh,
    };
  }, [state, data, lowBelow, refresh]);
}

export function useUsageResult({ data, error, refresh }: Read<Usage>, { since, until, groupBy, model }: UsageQuery): UsageResult {
  return useMemo(
    () => ({ usage: data, ...standing(data, error), refresh, query: { since, until, groupBy, model } }),
    [data, error, refresh, since, until, groupBy, model],
  );
}

/** How a read stands. What was read before stays while it is read again. */
export function standing(data: unknown, error: unknown): { status: ReadStatus; error: BytespikeError | undefined } {
  const failed = isBytespikeError(error) ? error : undefined;
  return { status: statusOf(data, failed), error: failed };
}

function statusOf(data: unknown, error: BytespikeError | undefined): ReadStatus {
  if (data !== undefined) return 'success';
  return error === undefined ? 'pending' : 'error';
}
