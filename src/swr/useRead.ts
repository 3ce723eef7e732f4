'use client';

import { useCallback } from 'react';
import useSWR, { SWRConfig, type SWRConfiguration } from 'swr';
import type { AskedRead } from '../react/reads.js';
import type { Fetched } from './options.js';

/** The app's own settings for a read: all but what is read, and where it lies. */
export type QueryOverrides<Data> = Omit<SWRConfiguration<Data>, 'fetcher'>;

/** Those of them that mean the same for every read, whatever it brings. */
export type SharedOverrides = Pick<
  SWRConfiguration<unknown>,
  | 'revalidateIfStale'
  | 'revalidateOnMount'
  | 'revalidateOnFocus'
  | 'revalidateOnReconnect'
  | 'refreshWhenHidden'
  | 'refreshWhenOffline'
  | 'focusThrottleInterval'
  | 'dedupingInterval'
  | 'keepPreviousData'
  | 'isPaused'
> & {
  /** Milliseconds. */
  refreshInterval?: number;
};

/**
 * What an app sets for all of its reads, and what would change what these promise: a price, a balance or the models that
 * cannot be had are told in `status` and `error`, beside what is known without them. `docs/defaults.md` lists the rest.
 */
const PINNED = { suspense: false, shouldRetryOnError: false, revalidateOnMount: undefined, keepPreviousData: false, fallbackData: undefined } as const;

/** With these. SWR's own comparison is there once it is asked for, not when this file is loaded. */
const pinned = () => ({ ...PINNED, compare: SWRConfig.defaultValue.compare });

/** One read through the app's own cache. Retries live in core, where it is known what may be repeated. */
export function useRead<Data>({ key, fetcher }: Fetched<Data>, overrides?: QueryOverrides<Data>): AskedRead<Data> {
  const { data, error, mutate } = useSWR<Data, unknown>(key, fetcher, { ...pinned(), ...overrides } as SWRConfiguration<Data>);
  const refresh = useCallback(async () => void (await mutate()), [mutate]);
  const ask = useCallback(() => mutate(fetcher(), { revalidate: false }), [mutate, fetcher]);
  return { data, error, refresh, ask };
}

/** Nobody needs to have prefetched what is not asked for. */
const passive = { revalidateOnMount: false, revalidateIfStale: false, revalidateOnFocus: false, revalidateOnReconnect: false, refreshInterval: 0, strictServerPrefetchWarning: false };

/** What the app's own cache knows already. Nothing is asked for. */
export function useCached<Data>({ key, fetcher }: Fetched<Data>): Data | undefined {
  return useSWR<Data, unknown>(key, fetcher, { ...pinned(), ...passive } as SWRConfiguration<Data>).data;
}
