/** What usage may be grouped by, as a person is told. */
type UsageGroup = 'day' | 'hour' | 'model' | 'key';

/** What is said of what was spent. Amounts, numbers and dates are formatted for the locale already. */
export interface UsageMessages {
  label: string;
  loading: string;
  /** The component itself could not be loaded. */
  notLoaded: string;
  again: string;
  empty: string;
  failed: string;
  /** The gateway or the app's proxy does not show it. */
  closed: string;
  /** It could not be read again: what is shown is of before. */
  stale: string;
  /** Where a key of the proxy did not tell. */
  atLeast(amount: string): string;
  missing(keys: string): string;
  /** A guess of what the month comes to, and how it was made. */
  forecast(facts: { amount: string; date: string }): string;
  forecastBy(facts: { spent: string; days: string; of: string }): string;
  forecastUnknown: string;
  /** What stands in the first column, and is chosen by. */
  group: Readonly<Record<UsageGroup, string>>;
  spent: string;
  calls: string;
  table: string;
  /** One bar, read out. */
  bar(facts: { name: string; amount: string; calls: string }): string;
  /** Whose days these are. */
  days: string;
  /** Keys of the account that are not this app's. */
  others: string;
}

export const englishUsage: UsageMessages = {
  label: 'Spending',
  loading: 'Loading what was spent',
  notLoaded: 'The chart could not be loaded. Check the connection and try again.',
  again: 'Try again',
  empty: 'Nothing was spent in this time.',
  failed: 'What was spent could not be read.',
  closed: 'This app does not show it.',
  stale: 'It could not be read again. This is of before.',
  atLeast: (amount) => `At least ${amount}`,
  missing: (keys) => `Not known of: ${keys}`,
  forecast: ({ amount, date }) => `At this pace about ${amount} by ${date}`,
  forecastBy: ({ spent, days, of }) => `A guess: ${spent} in ${days} of ${of} days, and so on.`,
  forecastUnknown: 'What this month will cost is unknown: too little of it is known.',
  group: { day: 'Day', hour: 'Hour', model: 'Model', key: 'Key' },
  spent: 'Spent',
  calls: 'Calls',
  table: 'Table',
  bar: ({ name, amount, calls }) => `${name}: ${amount}, calls: ${calls}`,
  days: 'Days are the gateway’s, and may begin at another hour than yours.',
  others: 'Other keys',
};
