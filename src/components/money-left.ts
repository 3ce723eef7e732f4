import { formatMoney } from '../react/format.js';

/** What is left of money, in whole cents: never more than there is. */
export function formatLeft(usd: number, locale: string | undefined): string {
  // Through whole millionths, so that 0.29 is not 28 cents.
  return formatMoney(Math.floor(Math.round(usd * 1_000_000) / 10_000) / 100, locale);
}
