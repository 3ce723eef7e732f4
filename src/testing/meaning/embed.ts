import { random } from '../base/random.js';
import { conceptsIn, kinOf, wordsIn } from './concepts.js';

/** Numbers of a vector: as many as bge-large has, so that what keeps them is as large as it will be. */
const DIMENSIONS = 1024;
/** How much of a concept is its own, and how much its family's: of one family they lie near each other, at 0.36. */
const OWN = 0.8;
const FAMILY = 0.6;
/** How much of a word is which word it is. */
const SAID = 0.2;

const directions = new Map<string, Float32Array>();

/** A direction of its own for each name, the same everywhere; any two are nearly at right angles. */
function directionOf(name: string): Float32Array {
  const known = directions.get(name);
  if (known !== undefined) return known;
  const next = random('meaning', name);
  const direction = Float32Array.from({ length: DIMENSIONS }, () => (next() < 0.5 ? -1 : 1) / Math.sqrt(DIMENSIONS));
  directions.set(name, direction);
  return direction;
}

/** Where a text lies: of length 1, and near what speaks of the same, in whatever words. */
export function embed(text: string): Float32Array {
  const vector = new Float32Array(DIMENSIONS);
  const add = (name: string, weight: number) => directionOf(name).forEach((value, at) => (vector[at]! += value * weight));
  for (const { name, weight } of conceptsIn(text)) {
    const families = kinOf(name);
    add(name, weight * (families.length === 0 ? 1 : OWN));
    for (const family of families) add(family, weight * FAMILY);
  }
  // Synonyms lie near each other, and not on each other.
  for (const word of wordsIn(text)) add(`said ${word}`, SAID);
  // A text of nothing lies somewhere, too.
  add('text', 0.05);
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}
