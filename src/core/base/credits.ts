/** Of one dollar: sums are kept to a millionth, as `money.ts` does them. */
const MICROS = 1_000_000;

/** What so many of the gateway's credits are, in USD to a millionth. A credit itself may be any fraction of one. */
export function fromCredits(credits: number, usdPerCredit: number): number {
  return Math.round(credits * usdPerCredit * MICROS) / MICROS;
}
