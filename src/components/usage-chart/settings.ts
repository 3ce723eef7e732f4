import type { UsageResult } from '../../react/hook-results.js';

/** What is shown. */
export interface ChartSettings {
  /** The result of `useUsage`, whole, by day unless it asked for something else. Its sum is the one that is shown. */
  usage: UsageResult;
  /** The same time by model: `useUsage({ groupBy: 'model' })`. @default it is not offered */
  byModel?: UsageResult | undefined;
  /** The same by key, which our proxy tells where it has several: `useUsage({ groupBy: 'key' })`. @default it is not offered */
  byKey?: UsageResult | undefined;
}
