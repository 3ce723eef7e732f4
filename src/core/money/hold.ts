import { add } from '../base/money.js';
import type { BalanceChange } from './balance-client.js';

/** What one task or image under way may still cost, and whether the gateway has set it aside already. */
export interface Hold {
  /** USD; `undefined` until the price is known. */
  amount: number | undefined;
  /** Whether a gateway may set its price aside before its end; a synchronous image is billed with its answer. */
  isTask: boolean;
  isAccepted: boolean;
  /** Whether the gateway's figure is without it already; `undefined` until a reading told. */
  isTaken: boolean | undefined;
  hasEnded: boolean;
}

/**
 * Finds which of what is under way a lower reading is from.
 *
 * @param setsAside whether the gateway is known to set a task's price aside when it accepts it
 * @returns the same, after this reading
 */
export function attribute({ before, after }: BalanceChange, holds: readonly Hold[], setsAside: boolean): boolean {
  // The first reading is not lower than any.
  let drop = before === undefined ? 0 : figure(before, after) - figure(after, before);
  for (const { hasEnded, isTaken, amount = 0 } of holds) {
    // Taken at its end, whatever else is.
    if (hasEnded && isTaken === false) drop = add(drop, -amount);
  }
  const open = holds.filter(({ isTaken }) => isTaken === undefined);
  for (const hold of open.sort((a, b) => certainty(b) - certainty(a))) {
    const amount = hold.amount ?? 0;
    const isSeen = amount > 0 && drop >= amount / 2;
    if (hold.isTask && isSeen) setsAside = true;
    if (isSeen || hold.isAccepted) hold.isTaken = isSeen || setsAside;
    if (hold.isTaken) drop = add(drop, -amount);
  }
  return setsAside;
}

/** What is billed with the very answer that tells the reading comes first, what nobody has accepted yet last. */
function certainty({ isTask, isAccepted, hasEnded }: Hold): number {
  const isBilled = !isTask && hasEnded;
  return Number(isBilled) + Number(isBilled || isAccepted);
}

/** Of two readings, the figure that both have. */
function figure(of: BalanceChange['after'], other: BalanceChange['after']): number {
  return of.key !== undefined && other.key !== undefined ? of.key : of.available;
}
