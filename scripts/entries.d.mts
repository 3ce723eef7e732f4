export interface Entry {
  /** What is imported, as `bytespike-react/cost`. */
  name: string;
  /** The condition of the manifest under which it is this file. */
  condition: string;
  /** Its file below `dist`. */
  built: string;
  /** Its file below the project's folder. */
  source: string;
}

export const entries: readonly Entry[];

/** The style sheets. */
export const sheets: readonly Omit<Entry, 'condition'>[];
