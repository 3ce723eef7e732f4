import type { Script } from './script.js';

/** What a prompt can speak of that decides between models. */
export type Topic =
  // Images.
  | 'lettering'
  | 'people'
  | 'spatial'
  // Studio light, glass and metal, anatomy; and, apart from it, that it should look like a photograph.
  | 'studio'
  | 'photo'
  | 'illustrative'
  | 'conversation'
  | 'compliance'
  // Videos. A person and a motion together are a character in motion.
  | 'natural'
  | 'character'
  | 'person'
  | 'motion'
  | 'cinematic'
  | 'cjkContext'
  // How good it has to be.
  | 'draft'
  | 'hero';

/** Words of a topic, as parts of a regular expression, by how much they say: 3 settles it, 1 is a hint. */
type Words = Partial<Record<1 | 2 | 3, readonly string[]>>;

/** What one language says of the topics, and how it denies. */
export interface Lexicon {
  words: Partial<Record<Topic, Words>>;
  /** Whether words stand apart, so that only whole ones count. */
  spaced: boolean;
  /** Ends where a denied word begins, for languages that deny before it. */
  denialBefore?: RegExp;
  /** Begins where a denied word ends. */
  denialAfter?: RegExp;
}

/** Those of several languages, each by the script that it is written in. */
export type Lexicons = Partial<Record<Script, Lexicon>>;

/** What was found of a topic. */
export interface Found {
  /** Sum of the weights of its different words. */
  score: number;
  /** As the prompt spells them, in its order. */
  words: string[];
}

const WEIGHTS = [3, 2, 1] as const;
/** How far a denial can reach, in characters. */
const REACH = 40;

const compiled = new WeakMap<Words, RegExp>();

/** One expression for each topic; which group matched tells the weight. Made when first used. */
function expression(words: Words, spaced: boolean): RegExp {
  const known = compiled.get(words);
  if (known !== undefined) return known;
  const groups = WEIGHTS.map((weight) => `(${(words[weight] ?? ['(?!)']).join('|')})`).join('|');
  const made = new RegExp(spaced ? `\\b(?:${groups})\\b` : groups, 'gi');
  compiled.set(words, made);
  return made;
}

/** What of a topic is in the prompt and not denied, each word once. */
export function find(prompt: string, topic: Topic, lexicons: readonly Lexicon[]): Found {
  const found: Found = { score: 0, words: [] };
  for (const lexicon of lexicons) {
    const words = lexicon.words[topic];
    if (words === undefined) continue;
    for (const match of prompt.matchAll(expression(words, lexicon.spaced))) {
      if (found.words.includes(match[0]) || isDenied(prompt, match.index, match[0].length, lexicon)) continue;
      found.words.push(match[0]);
      found.score += match[1] !== undefined ? 3 : match[2] !== undefined ? 2 : 1;
    }
  }
  return found;
}

function isDenied(prompt: string, start: number, length: number, { denialBefore, denialAfter }: Lexicon): boolean {
  const end = start + length;
  return (
    (denialBefore?.test(prompt.slice(Math.max(0, start - REACH), start)) ?? false) ||
    (denialAfter?.test(prompt.slice(end, end + REACH)) ?? false)
  );
}
