import type { ThingName } from '../things/things.js';
import { COLOR_WORDS, COUNT_WORDS, SURFACE_WORDS, THING_WORDS, WOOD, WOOD_AFTER, WOOD_BEFORE, wordsOf } from './words.js';

/** Where something is, beside something else or in the picture. */
export type Relation = 'between' | 'behind' | 'before' | 'above' | 'below' | 'on' | 'leftOf' | 'rightOf' | 'beside';
export type Side = 'left' | 'right' | 'middle';

/** A thing as a prompt names it. */
export interface Mention {
  thing: ThingName;
  count: number;
  color?: string;
  side?: Side;
  /** Its place by the mention that comes next. */
  relation?: Relation;
  /** Whether the prompt says that it is not there. */
  isDenied: boolean;
  /** Where in the prompt it begins. */
  at: number;
}

const ORDERED = Object.entries(THING_WORDS) as [ThingName, (typeof THING_WORDS)[ThingName]][];
const THING_PATTERNS = ORDERED.map(([thing, [words]]) => [thing, wordsOf(words, 'gi')] as const);
const COLORS = COLOR_WORDS.map(([color, words]) => [color, wordsOf(words, 'gi')] as const);
const COUNTS = COUNT_WORDS.map(([count, words]) => [count, wordsOf(words)] as const);
const SURFACES = SURFACE_WORDS.map(([what, words]) => [what, wordsOf(words, 'gi')] as const);

const RELATIONS: readonly (readonly [Relation, RegExp])[] = [
  ['between', /\bbetween\b|之间|\bzwischen\b/i],
  ['before', /\b(?:in front of|before)\b|前面/i],
  ['behind', /\bbehind\b|后面|\bhinter\b/i],
  ['leftOf', /\b(?:to the )?left of\b/i],
  ['rightOf', /\b(?:to the )?right of\b/i],
  ['above', /\b(?:above|over)\b|上方|\büber\b/i],
  ['below', /\b(?:below|beneath|underneath|under)\b|下面|\bunter\b/i],
  ['beside', /\b(?:beside|next to|near|by)\b|旁边|\bneben\b/i],
  ['on', /\b(?:on top of|on|in|atop)\b(?! (?:the )?(?:left|right|middle|centre|center|front|background|foreground))|上(?!方)|\bauf\b/i],
];
const SIDES: readonly (readonly [Side, RegExp])[] = [
  ['left', /\b(?:on|at|to|in) (?:the )?(?:far )?left\b(?! of)|\bleft(?:-hand)? side\b|左[边侧]?|\blinks\b/i],
  ['right', /\b(?:on|at|to|in) (?:the )?(?:far )?right\b(?! of)|\bright(?:-hand)? side\b|右[边侧]?|\brechts\b/i],
  ['middle', /\b(?:in|at) the (?:middle|cent(?:re|er))\b|\bcent(?:red|ered)\b|中间|\bin der Mitte\b/i],
];
/** What separates two things that are named one after the other. */
const BREAK = /[,;.，。、；]|\band\b|\bwith\b|\bbut\b|和|\bund\b|\bmit\b/i;
/** More than one, without a word of how many. */
const PLURAL = /(?:[a-z](?<!s|noodle|perfume)s|\bpeople|\bwomen|\bmen)$/i;
const DENIED = /\b(?:no|not|without|never|minus|kein|keine|ohne)\s+(?:[^\s,;.]+\s+)?$|没有\S{0,2}$/i;

/** Every thing that a prompt names, in its order. */
export function mentionsIn(prompt: string): Mention[] {
  const found = spansIn(prompt);
  return onceEach(found.map(({ thing, at, end }, index) => {
    const between = prompt.slice(found[index - 1]?.end ?? 0, at);
    const own = sinceBreak(between);
    const next = found[index + 1];
    const gap = prompt.slice(end, next?.at ?? prompt.length);
    const after = BREAK.exec(gap);
    const until = after === null ? gap : gap.slice(0, after.index);
    const side = sideOf(until) ?? sideOf(own) ?? sideOf(placeBefore(between, index === 0));
    const relation = next === undefined || after !== null ? undefined : RELATIONS.find(([, words]) => words.test(gap))?.[0];
    return { thing, at, ...valued('color', colorOf(own) ?? colorAfter(until)), ...valued('side', side), ...valued('relation', relation), count: countOf(own) ?? (PLURAL.test(prompt.slice(at, end)) ? 2 : 1), isDenied: DENIED.test(prompt.slice(0, at)) };
  }));
}

/** A thing that is named again is the same one, unless it has another colour or another place. */
function onceEach(mentions: readonly Mention[]): Mention[] {
  return mentions.filter((mention, index) => {
    const earlier = mentions.slice(0, index).find(({ thing }) => thing === mention.thing);
    return earlier === undefined || (mention.color ?? earlier.color) !== earlier.color || (mention.side ?? earlier.side) !== earlier.side || mention.count > 1;
  });
}

/** Which thing stands where; of words that lie over each other the longer ones count. */
function spansIn(prompt: string): { thing: ThingName; at: number; end: number }[] {
  const all = THING_PATTERNS.flatMap(([thing, words]) => [...prompt.matchAll(words)].map((match) => ({ thing, at: match.index, end: match.index + match[0].length })));
  const longest = all.sort((a, b) => b.end - b.at - (a.end - a.at));
  const kept = longest.filter((span, index) => !longest.slice(0, index).some((longer) => span.at < longer.end && longer.at < span.end));
  return kept.filter((span) => !isWood(prompt, span)).sort((a, b) => a.at - b.at);
}

/** "A kettle on oak", "an oak table": no tree. */
function isWood(prompt: string, { at, end }: { at: number; end: number }): boolean {
  const after = prompt.slice(end);
  return WOOD.test(prompt.slice(at, end)) && !/^ trees?\b/i.test(after) && (WOOD_BEFORE.test(prompt.slice(0, at)) || WOOD_AFTER.test(after));
}

/** The words after the last break: those of the thing that follows. */
function sinceBreak(words: string): string {
  const breaks = [...words.matchAll(new RegExp(BREAK, 'gi'))];
  const last = breaks.at(-1);
  // "On the left, a kettle": what stands before a comma may be the place of what comes after it.
  return last === undefined ? words : words.slice(last.index + last[0].length);
}

/** A place that is named before its thing, behind a break: "on the right, a mug". */
function placeBefore(between: string, isFirst: boolean): string {
  const parts = between.split(/[,，]/);
  // What follows a thing at once is the place of that one.
  return parts.length > (isFirst ? 1 : 2) ? sinceBreak(parts.at(-2) ?? '') : '';
}

function sideOf(words: string): Side | undefined {
  return SIDES.find(([, pattern]) => pattern.test(words))?.[0];
}

/** The last colour that is named in these words. */
export function colorOf(words: string): string | undefined {
  const found = COLORS.flatMap(([color, pattern]) => [...words.matchAll(pattern)].map(({ index }) => ({ color, index })));
  return found.sort((a, b) => a.index - b.index).at(-1)?.color;
}

/** "The mug green", "the mug in green". */
function colorAfter(words: string): string | undefined {
  const [close] = /^\s*(?:(?:is|are|be|in|to|into)\s+)?(?:(?:bright|dark|deep|light|pale)\s+)?[^\s,;.]+/i.exec(words) ?? [];
  return close === undefined ? undefined : colorOf(close);
}

function countOf(words: string): number | undefined {
  return COUNTS.find(([, pattern]) => pattern.test(words))?.[0];
}

/** Colours of what is no thing: "on a blue table". */
export function surfacesIn(prompt: string): { ground?: string; back?: string } {
  const named = SURFACES.flatMap(([what, words]) => {
    const [match] = prompt.matchAll(words);
    // As far back as an adjective or two.
    const color = match && colorOf(prompt.slice(Math.max(0, match.index - 24), match.index).split(BREAK).at(-1)!.split(/\b(?:on|in|at|over|of|the|a)\b/i).at(-1)!);
    return color === undefined ? [] : [[what, color] as const];
  });
  return { ...valued('ground', woodBelow(prompt)), ...Object.fromEntries(named) };
}

/** The colour of the wood that something stands on, which is named without a table. */
function woodBelow(prompt: string): string | undefined {
  const wood = /\bon (?!an? oak\b)((?:[\w-]+ )?)(?:oak|walnut|wood)\b(?! trees?\b)/i.exec(prompt);
  return wood === null ? undefined : (colorOf(wood[1]!) ?? colorOf('wooden'));
}

function valued<Key extends string, Value>(key: Key, value: Value | undefined): { [key in Key]?: Value } {
  return (value === undefined ? {} : { [key]: value }) as { [key in Key]?: Value };
}
