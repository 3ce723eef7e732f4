export { UsageChart, type UsageChartProps, type UsageChartState } from './UsageChart.js';
export type { UsageChartStatus } from './status.js';
