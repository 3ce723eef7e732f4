import type { RecommendationBrief } from './brief.js';
import { inItsOwnWords, readFigures } from './figures.js';
import { readQuotes } from './lettering.js';
import { find, type Found, type Lexicon, type Lexicons, type Topic } from './lexicon.js';
import { LATIN_WORD, type Script, scriptOf } from './script.js';

/** What a brief says, its prompt included. */
export interface Reading {
  /** The brief, with what only the prompt says. */
  brief: RecommendationBrief;
  script: Script;
  /** The words that the purpose was read from; `undefined` when the brief names it. */
  purposeWords: string | undefined;
  topics: Partial<Record<Topic, Found>>;
}

const TOPICS: Record<RecommendationBrief['kind'], readonly Topic[]> = {
  image: ['lettering', 'people', 'spatial', 'studio', 'photo', 'illustrative', 'conversation', 'compliance'],
  video: ['natural', 'character', 'person', 'motion', 'cinematic', 'cjkContext'],
};
/** What matters is said in this many characters; the rest of a very long prompt is not read. */
const READ_CHARACTERS = 2000;

export function readBrief(brief: RecommendationBrief, known: Lexicons): Reading {
  const prompt = (brief.prompt ?? '').slice(0, READ_CHARACTERS);
  const { quoted, rest } = readQuotes(prompt);
  const script = scriptOf(/\p{L}/u.test(rest) ? rest : prompt);
  const own = script === 'latin' ? undefined : known[script];
  const lexicons = [own, LATIN_WORD.test(rest) ? known.latin : undefined].filter((each) => each !== undefined);
  const topics: Reading['topics'] = {};
  for (const topic of TOPICS[brief.kind]) topics[topic] = find(rest, topic, lexicons);
  if (topics.lettering !== undefined) topics.lettering = both(quoted, topics.lettering);
  const { purpose, words } = readPurpose(rest, lexicons);
  const stated = { ...readFigures(rest, brief.kind), ...withoutAbsent(inItsOwnWords(brief)) };
  return {
    brief: { ...stated, kind: brief.kind, purpose: brief.purpose ?? purpose },
    script,
    purposeWords: brief.purpose === undefined ? words : undefined,
    topics,
  };
}

function readPurpose(prompt: string, lexicons: readonly Lexicon[]): { purpose?: 'draft' | 'hero'; words?: string } {
  const draft = find(prompt, 'draft', lexicons);
  if (draft.score > 0) return { purpose: 'draft', words: draft.words.join(', ') };
  const hero = find(prompt, 'hero', lexicons);
  return hero.score > 0 ? { purpose: 'hero', words: hero.words.join(', ') } : {};
}

const both = (a: Found, b: Found): Found => ({ score: a.score + b.score, words: [...a.words, ...b.words] });

function withoutAbsent(brief: RecommendationBrief): Partial<RecommendationBrief> {
  return Object.fromEntries(Object.entries(brief).filter(([, value]) => value !== undefined));
}
