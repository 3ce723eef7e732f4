'use client';

import type { ReactNode } from 'react';
import { loadOnce } from '../../core/base/load-once.js';
import { englishUsage } from '../../react/words/usage.js';
import { useWords } from '../../react/words/useWords.js';
import { type StyleProps, useRoot } from '../element.js';
import { usePart } from '../use-part.js';
import { Waiting } from '../Waiting.js';
import type { ChartSettings } from './settings.js';
import { type UsageChartStatus, usageStatus } from './status.js';

const chart = loadOnce(async () => (await import('./Chart.js')).Chart);
const english = { usage: englishUsage };

/**
 * What was spent, as bars with a table behind them: by day or hour, by model and by key, each as its hook was told to ask.
 * The sum is the gateway's word; what the month may come to is a guess, and says so. All but the frame of it is loaded
 * once it is on the page.
 *
 * @example
 * <UsageChart usage={useUsage({ groupBy: 'day' })} byModel={useUsage({ groupBy: 'model' })} />
 */
export function UsageChart(props: UsageChartProps): ReactNode {
  const { usage: words } = useWords(english).messages;
  const status = usageStatus(props.usage);
  const { Component, hasFailed, again } = usePart(chart);
  return useRoot<UsageChartState>('bs-usage-chart', { status }, props, {
    role: 'group',
    'aria-label': words.label,
    'aria-busy': status === 'loading' || undefined,
    'data-status': status,
    children: Component === undefined ? <Waiting said={words} hasFailed={hasFailed} onAgain={again} /> : <Component {...props} />,
  });
}

export interface UsageChartProps extends ChartSettings, StyleProps<UsageChartState, HTMLDivElement> {}

/** What `className`, `style` and `render` may depend on; also on the element as `data-*`. */
export interface UsageChartState {
  /** Of `usage`. */
  status: UsageChartStatus;
}
