import { type BalanceWatchOptions, createBalanceWatch } from '../money/balance.js';
import type { BalanceWatch } from '../money/balance-watch.js';
import type { Client } from './api.js';
import { internals } from './internals.js';

/**
 * The balance as it follows from what happens anyway: every answer's headers tell it, a task or an
 * image that is submitted takes its estimate off at once, one that fails gives it back, and one
 * that ends is followed by a single free read, for the amount that was billed.
 *
 * @param options.lowBelow USD below which it is low
 * @example
 * const balance = createBalanceState(client, { lowBelow: 5 });
 * const leave = balance.subscribe(() => show(balance.get().available));
 */
export function createBalanceState(client: Client, options?: BalanceWatchOptions): BalanceWatch {
  return createBalanceWatch(internals(client), options);
}
