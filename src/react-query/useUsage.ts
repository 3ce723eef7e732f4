'use client';

import type { UsageQuery } from '../core/wire/account.js';
import type { UsageResult } from '../react/hook-results.js';
import { useClient } from '../react/provider.js';
import { useUsageResult } from '../react/reads.js';
import { usageOptions } from './options.js';
import { type QueryOverrides, useRead } from './useRead.js';

/**
 * What was spent, by day, hour, model or, behind a proxy that has several, by key. `UsageChart` shows it.
 *
 * @param query what to ask for; 30 days by day by default, 90 days at most
 * @param options.query settings of TanStack Query
 * @example const { usage } = useUsage({ groupBy: 'model' });
 */
export function useUsage(query: UsageQuery = {}, options: { query?: QueryOverrides } = {}): UsageResult {
  return useUsageResult(useRead(usageOptions(useClient(), query), options.query), query);
}
