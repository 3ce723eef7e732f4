// Sums of money are done in whole millionths of a dollar, so that 0.1 + 0.2 is 0.3. A gateway
// "credit" of the ledger is the same millionth.
const MICROS = 1_000_000;

/** `amount` USD times whole or fractional `times`, rounded to a millionth. */
export function multiply(amount: number, times: number): number {
  return Math.round(Math.round(amount * MICROS) * times) / MICROS;
}

/** Sum of amounts in USD, exact to a millionth. */
export function add(...amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + Math.round(amount * MICROS), 0) / MICROS;
}

/**
 * An amount in USD as plain English has it, with two to four decimals, for messages of core.
 * What a person reads in their own language is formatted by the components, through `Intl`.
 */
export function formatUsd(amount: number): string {
  return `$${amount.toFixed(4).replace(/0{1,2}$/, '')}`;
}
