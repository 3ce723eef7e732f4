export interface UnitMessages {
  /** A length of time. The numbers are formatted for the locale already. */
  duration(parts: { minutes?: string | undefined; seconds: string }): string;
}

export const englishUnits: UnitMessages = {
  duration: ({ minutes, seconds }) => (minutes === undefined ? `${seconds} s` : `${minutes} min ${seconds} s`),
};
