export { BalanceMeter, type BalanceMeterProps, type BalanceMeterState } from './BalanceMeter.js';
export type { BalanceStatus, MeteredBalance } from './status.js';
