'use client';

import { useCallback } from 'react';
import useSWR, { type SWRConfiguration } from 'swr';
import type { Read } from '../react/reads.js';
import type { Fetched } from './options.js';

/** The app's own settings for a read: all but what is read, and where it lies. */
export type QueryOverrides<Data> = Omit<SWRConfiguration<Data>, 'fetcher'>;

/** One read through the app's own cache. Retries live in core, where it is known what may be repeated. */
export function useRead<Data>({ key, fetcher }: Fetched<Data>, overrides?: QueryOverrides<Data>): Read<Data> {
  const { data, error, mutate } = useSWR<Data, unknown>(key, fetcher, { shouldRetryOnError: false, ...overrides });
  const refresh = useCallback(async () => void (await mutate()), [mutate]);
  return { data, error, refresh };
}
