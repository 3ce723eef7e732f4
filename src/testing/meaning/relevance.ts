import { mentionsIn, type Mention } from '../media/scenes/mentions.js';
import { conceptsIn, kinOf } from './concepts.js';
import { inKnownWords } from './synonyms.js';

/** What is nearly the same counts for half. */
const AKIN = 0.5;

/**
 * From 0 to 1: how much of what a query asks for a text has. It reads both together, as rerankers do: which thing has
 * which colour, where a vector knows of a thing and of a colour, and what is said not to be there.
 */
export function relevance(query: string, document: string): number {
  const asked = conceptsIn(query);
  const names = new Set(conceptsIn(document).map(({ name }) => name));
  const families = new Set([...names].flatMap(kinOf));
  const share = (name: string) => (names.has(name) ? 1 : kinOf(name).some((family) => families.has(family)) ? AKIN : 0);
  const whole = asked.reduce((sum, { weight }) => sum + weight, 0);
  const found = asked.reduce((sum, { name, weight }) => sum + weight * share(name), 0);
  const there = mentionsIn(inKnownWords(document));
  const fit = mentionsIn(inKnownWords(query)).reduce((sum, wish) => sum + fitOf(wish, there), 0);
  const score = (whole === 0 ? 0 : found / whole) * 6 - 3 + fit;
  return 1 / (1 + Math.exp(-score));
}

/** Whether one thing is there as it is asked for. */
function fitOf({ thing, color, isDenied }: Mention, there: readonly Mention[]): number {
  const same = there.filter((mention) => mention.thing === thing);
  const shown = same.filter((mention) => !mention.isDenied);
  if (isDenied) return shown.length > 0 ? -1.5 : 0.5;
  if (same.length > 0 && shown.length === 0) return -2;
  if (color === undefined || shown.length === 0) return 0;
  return shown.some((mention) => mention.color === color) ? 1.5 : -1;
}
