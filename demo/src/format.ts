const money = new Intl.NumberFormat('en', { style: 'currency', currency: 'USD', minimumFractionDigits: 2, maximumFractionDigits: 4 });

/** A price, which may hold fractions of a cent. */
export function usd(amount: number): string {
  return money.format(amount);
}

const wallet = new Intl.NumberFormat('en', { style: 'currency', currency: 'USD', roundingMode: 'floor' });

/** What is left, in whole cents: never more than there is. */
export function usdLeft(amount: number): string {
  return wallet.format(amount);
}

export function seconds({ min, max }: { min: number; max: number }): string {
  return min === max ? `${min} s` : `${min}–${max} s`;
}
