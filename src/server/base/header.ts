/**
 * What a header says. Some adapters, those of functions in clouds above all, hand on each header
 * twice, out of two lists of the same, and `Headers` joins them: what is said twice alike is said
 * once. Of two that differ none is preferred, and the list stays what it is.
 */
export function headerOf(headers: Headers, name: string): string | null {
  const text = headers.get(name);
  if (text === null || !text.includes(',')) return text;
  // A value may have commas of its own, so that it is halves that are compared, and not entries.
  const half = text.slice(0, (text.length - 1) >> 1);
  return text === `${half}, ${half}` || text === `${half},${half}` ? half : text;
}
