const dollars = new Intl.NumberFormat('en', { style: 'currency', currency: 'USD', maximumFractionDigits: 3 });

/** $0.21; a dash for what nobody has told yet. */
export const usd = (amount: number | undefined): string => (amount === undefined ? '–' : dollars.format(amount));
