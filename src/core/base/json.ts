/**
 * A value as JSON, whatever a page has put on the prototypes of lists and objects: an old Prototype.js
 * gives each list a `toJSON`, and a list within a request becomes a text.
 */
export function toJson(value: unknown): string {
  // oxlint-disable-next-line eslint/no-restricted-properties -- here it is made good
  return JSON.stringify(value, function part(this: Record<string, unknown>, key: string) {
    // The part itself, and not what it has written itself as.
    return this[key];
  });
}

/** What a text says that somebody else may have written; `undefined` for what is no JSON. */
export function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
