'use client';

import { type QueryKey, useQuery, type UseQueryOptions } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { AskedRead } from '../react/reads.js';

/** The app's own settings for a read, as TanStack Query means them. What is read, and where it lies, stays ours. */
export interface QueryOverrides {
  enabled?: boolean;
  /** Milliseconds. */
  staleTime?: number;
  /** Milliseconds. */
  gcTime?: number;
  /** Milliseconds. */
  refetchInterval?: number | false;
  refetchIntervalInBackground?: boolean;
  refetchOnMount?: boolean | 'always';
  refetchOnReconnect?: boolean | 'always';
  refetchOnWindowFocus?: boolean | 'always';
  throwOnError?: boolean;
  meta?: Record<string, unknown>;
}

/**
 * What an app sets for all of its reads, and what would change what these promise: a price, a balance or the models that
 * cannot be had are told in `status` and `error`, beside what is known without them. `docs/defaults.md` lists the rest.
 */
const PINNED = { throwOnError: false, suspense: false, enabled: true, select: undefined, placeholderData: undefined, initialData: undefined, notifyOnChangeProps: undefined, structuralSharing: undefined } as const;

/** One read through the app's own client. */
export function useRead<Data, Key extends QueryKey>(
  options: UseQueryOptions<Data, Error, Data, Key>,
  overrides: QueryOverrides = {},
): AskedRead<Data> {
  // JavaScript can pass what the types do not allow.
  const { queryKey: _key, queryFn: _run, ...theirs } = overrides as QueryOverrides & { queryKey?: unknown; queryFn?: unknown };
  const { data, error, refetch } = useQuery({ ...PINNED, ...options, ...theirs } as typeof options);
  const refresh = useCallback(async () => void (await refetch()), [refetch]);
  const ask = useCallback(async () => (await refetch({ throwOnError: true, cancelRefetch: false })).data, [refetch]);
  return { data, error, refresh, ask };
}

/** What the app's own client knows already. Nothing is asked for. */
export function useCached<Data, Key extends QueryKey>(options: UseQueryOptions<Data, Error, Data, Key>): Data | undefined {
  return useQuery({ ...PINNED, ...options, enabled: false } as typeof options).data;
}
