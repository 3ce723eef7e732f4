/**
 * A value as JSON, whatever a page has put on the prototypes of lists and objects: an old Prototype.js
 * gives each list a `toJSON`, and a list within a request becomes a text.
 */
export function toJson(value: unknown): string {
  return JSON.stringify('toJSON' in [] ? bare(value) : value);
}

/** The same, with nothing inherited. */
function bare(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const copy: object = Array.isArray(value) ? value.map(bare) : Object.fromEntries(Object.entries(value).map(([name, each]) => [name, bare(each)]));
  return Object.setPrototypeOf(copy, null) as unknown;
}
