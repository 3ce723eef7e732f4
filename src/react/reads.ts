'use client';

import { useMemo, useSyncExternalStore } from 'react';
import type { ModelListing, Usage } from '../core/account.js';
import { type Balance, balanceOf } from '../core/quota.js';
import { catalog } from '../core/catalog.js';
import type { Client } from '../core/client.js';
import { type BytespikeError, isBytespikeError } from '../core/errors.js';
import { mergeModels } from '../core/models.js';
import type { BalanceResult, ModelsResult, ReadStatus, UsageResult } from '../core/results.js';

/** A read of a flavour's own library, in the words that both have in common. */
export interface Read<Data> {
  data: Data | undefined;
  error: unknown;
  refresh: () => Promise<void>;
}

export interface BalanceOptions {
  /** USD below which the balance is low. @default what the gateway says, where it does */
  lowBelow?: number | undefined;
}

/** The balance that the headers of any answer told of. */
export function useSeenBalance(client: Client): Balance | undefined {
  const quota = useSyncExternalStore(client.quota.subscribe, client.quota.get, () => undefined);
  return useMemo(() => (quota === undefined ? undefined : balanceOf(client.quota)), [client, quota]);
}

export function useBalanceResult(seen: Balance | undefined, read: Read<Balance>, lowBelow: number | undefined): BalanceResult {
  const { data, error, refresh } = read;
  return useMemo(() => {
    const latest = data !== undefined && (seen === undefined || data.updatedAt > seen.updatedAt) ? data : seen;
    const threshold = lowBelow ?? data?.lowThreshold;
    const available = latest?.available;
    return {
      available,
      key: latest?.key,
      organisation: latest?.organisation,
      low: available !== undefined && threshold !== undefined && available < threshold,
      canAfford: (cost) => available === undefined || cost <= available,
      source: latest?.source,
      updatedAt: latest?.updatedAt,
      ...standing(latest, error),
      refresh,
    };
  }, [seen, data, error, refresh, lowBelow]);
}

export function useModelsResult({ data, error, refresh }: Read<ModelListing>): ModelsResult {
  return useMemo(
    () => ({
      models: mergeModels(data?.models),
      source: data === undefined ? 'built-in' : 'live',
      asOf: data?.asOf ?? catalog.asOf,
      ...standing(data, error),
      refresh,
    }),
    [data, error, refresh],
  );
}

export function useUsageResult({ data, error, refresh }: Read<Usage>): UsageResult {
  return useMemo(() => ({ usage: data, ...standing(data, error), refresh }), [data, error, refresh]);
}

function standing(data: unknown, error: unknown): { status: ReadStatus; error: BytespikeError | undefined } {
  const failed = isBytespikeError(error) ? error : undefined;
  return { status: data !== undefined ? 'success' : failed === undefined ? 'pending' : 'error', error: failed };
}
