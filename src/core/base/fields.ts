/** What somebody else wrote, of which nothing is known yet. */
export type Fields = Readonly<Record<string, unknown>>;

/** `undefined` for what is no object, or a list. */
export function fieldsOf(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}
