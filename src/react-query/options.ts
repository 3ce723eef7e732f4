import { queryOptions } from '@tanstack/react-query';
import type { UsageQuery } from '../core/wire/account.js';
import type { Client } from '../core/client/api.js';
import { keys } from '../core/client/keys.js';

// For prefetching, server rendering and invalidation. Retries live in core, where it is known what may be repeated.
const MINUTE_MS = 60_000;
const shared = { retry: false } as const;

/** One reading of a task. A hook that follows it keeps it up to date: it never goes stale by itself. */
export const taskOptions = (client: Client, taskId: string) =>
  queryOptions({
    ...shared,
    queryKey: keys.task(taskId),
    queryFn: ({ signal }) => client.tasks.query({ taskId }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const modelsOptions = (client: Client) =>
  queryOptions({ ...shared, queryKey: keys.models, queryFn: () => client.models(), staleTime: 60 * MINUTE_MS });

/** The live rate card; the gateway makes it anew once a day. */
export const pricingOptions = (client: Client) =>
  queryOptions({ ...shared, queryKey: keys.pricing, queryFn: () => client.pricing(), staleTime: 24 * 60 * MINUTE_MS });

export const balanceOptions = (client: Client) =>
  queryOptions({ ...shared, queryKey: keys.balance, queryFn: () => client.balance({ fresh: true }), staleTime: MINUTE_MS });

export const usageOptions = (client: Client, query: UsageQuery = {}) =>
  queryOptions({ ...shared, queryKey: keys.usage(query), queryFn: () => client.usage(query), staleTime: 5 * MINUTE_MS });
