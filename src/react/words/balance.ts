/** Amounts and times are formatted for the locale already. */
export interface BalanceMessages {
  label: string;
  /** In place of an amount, before anybody told. */
  unknown: string;
  /** What the meter says to a screen reader. */
  valueText(facts: { available: string; held: string | undefined; lowBelow: string | undefined; isLow: boolean }): string;
  held(amount: string): string;
  lowBelow(amount: string): string;
  /** What the key may still spend. */
  key: string;
  /** What the organisation's wallet holds. */
  organisation: string;
  /** Beside the amount, in few words. */
  low: string;
  empty: string;
  /** What a low and an empty balance mean for a person. */
  lowText: string;
  emptyText: string;
  /** `ago` is a length of time in the past, such as "5 min ago". */
  asOf(ago: string): string;
  failed: string;
  /** The gateway or the app's proxy does not show it. */
  closed: string;
  refresh: string;
  refreshing: string;
  topUp: string;
}

export const englishBalance: BalanceMessages = {
  label: 'Balance',
  unknown: 'not known yet',
  valueText: ({ available, held, lowBelow, isLow }) => {
    const parts = [`${available} to spend`];
    if (held !== undefined) parts.push(`${held} held`);
    if (isLow && lowBelow !== undefined) parts.push(`low, below ${lowBelow}`);
    return parts.join(', ');
  },
  held: (amount) => `${amount} held for what is under way`,
  lowBelow: (amount) => `Low below ${amount}`,
  key: 'Left on this key',
  organisation: 'In the organisation’s wallet',
  low: 'Low',
  empty: 'Used up',
  lowText: 'Enough for a little more. Top up before it stops you.',
  emptyText: 'Nothing new can be made until it is topped up.',
  asOf: (ago) => `as of ${ago}`,
  failed: 'The balance could not be read.',
  closed: 'This app does not show a balance.',
  refresh: 'Read again',
  refreshing: 'Reading',
  topUp: 'Top up',
};
