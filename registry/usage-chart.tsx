'use client';

import { UsageChart } from 'bytespike-react';
import { useUsage } from 'bytespike-react/react-query';
import 'bytespike-react/styles/base.css';
import 'bytespike-react/styles/usage-chart.css';

/** What was spent by day, with a table behind it. */
export function Usage() {
  return <UsageChart usage={useUsage({ groupBy: 'day' })} />;
}
