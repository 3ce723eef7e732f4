import { COLOR_WORDS, COUNT_WORDS, HAND_WORDS, MOOD_WORDS, SCENE_WORDS, THING_WORDS, wordsOf } from '../media/scenes/words.js';
import { inKnownWords } from './synonyms.js';

/** One thing that a text speaks of, whatever it calls it, and how much of its meaning that is. */
interface Concept {
  name: string;
  weight: number;
}

const kind = (name: string, weight: number, list: readonly (readonly [string | number, string])[]) =>
  list.map(([each, words]) => ({ name: `${name} ${each}`, weight, words: wordsOf(words, 'gi') }));

const KNOWN = [
  ...kind('thing', 1.2, Object.entries(THING_WORDS).map(([thing, [words]]) => [thing, words] as const)),
  ...kind('place', 0.9, SCENE_WORDS),
  ...kind('light', 0.9, MOOD_WORDS),
  ...kind('hand', 0.8, HAND_WORDS),
  ...kind('color', 0.7, COLOR_WORDS),
  ...kind('count', 0.3, COUNT_WORDS),
];

/** What of the vocabulary is nearly the same, or goes together. */
const KIN: readonly string[] = [
  'thing kettle|thing teapot',
  'thing mug|thing cup',
  'thing bowl|thing ramen',
  'thing bottle|thing perfume|thing glass',
  'thing apple|thing pear|thing orange|thing lemon',
  'thing bread|thing cake|thing mooncake',
  'thing lamp|thing lantern|thing candle',
  'thing neon|thing sign|thing poster',
  'thing cat|thing dog|thing fox|thing horse',
  'thing bird|thing gull',
  'thing boat|thing paperBoat',
  'thing tree|thing pine|place forest',
  'thing plant|thing flower|place meadow',
  'light dusk|light golden',
  'thing person|place portrait',
  'place street|place skyline',
];

/** The families of a concept. */
export function kinOf(name: string): readonly string[] {
  return KIN.filter((family) => family.split('|').includes(name));
}

/** Words without a meaning of their own, and pieces of Chinese that are none. */
const EMPTY = /^(?:an?|the|of|on|in|at|by|to|with|and|or|from|for|is|are|its?|as|into|over|some|that|this|very|up|的|在|和|一|个|只|了|上|里|着|是|把|中|下|与|有)$/;
const PIECE = /[\p{Script=Han}]|[\p{L}\p{N}]+/gu;
const UNKNOWN_WEIGHT = 0.6;
const LETTER_WEIGHT = 0.25;

/** What a text speaks of, each once: what the scenes know by any of its names, in any language, and other words as they are. */
export function conceptsIn(text: string): Concept[] {
  const said = inKnownWords(text);
  const spans = KNOWN.flatMap(({ name, weight, words }) => [...said.matchAll(words)].map(({ 0: match, index }) => ({ name, weight, at: index, end: index + match.length })));
  // "Golden hour" is no gold: what lies within a longer one is not meant.
  const kept = spans.filter((span) => !spans.some((other) => other.at <= span.at && other.end >= span.end && other.end - other.at > span.end - span.at));
  const isKnown = (at: number) => kept.some((span) => span.at <= at && at < span.end);
  const others = [...said.matchAll(PIECE)].filter(({ 0: piece, index }) => !isKnown(index) && !EMPTY.test(piece.toLowerCase()));
  const words = others.map(({ 0: piece }) => ({ name: `word ${stemOf(piece)}`, weight: /\p{Script=Han}/u.test(piece) ? LETTER_WEIGHT : UNKNOWN_WEIGHT }));
  return [...new Map([...kept, ...words].map(({ name, weight }) => [name, { name, weight }])).values()];
}

/** The words themselves, without their endings, each once. */
export function wordsIn(text: string): Set<string> {
  return new Set((text.match(PIECE) ?? []).map(stemOf));
}

function stemOf(word: string): string {
  return word.toLowerCase().replace(/(?<=\w{3})(?:ies|es|s|ing|ed|ly|y)$/, '');
}
