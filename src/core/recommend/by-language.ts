import { pageEnvironment } from '../base/environment.js';
import { createPart, type Part } from '../base/part.js';
import type { Catalog } from '../catalog/model.js';
import type { Recommendation, RecommendationBrief } from './brief.js';
import type { Lexicon, Lexicons } from './lexicon.js';
import type { recommendBy } from './rules.js';
import type { Script } from './script.js';

const page = pageEnvironment();

/** The words that prompts are read by, a part for each language: most people write in one. */
const words: Record<Script, Part<Lexicon>> = {
  latin: createPart(page, async () => (await import('./words-en.js')).english),
  zh: createPart(page, async () => (await import('./words-zh.js')).chinese),
  ja: createPart(page, async () => (await import('./words-ja.js')).japanese),
  ko: createPart(page, async () => (await import('./words-ko.js')).korean),
};

/** Loaded once somebody looks at what they say. */
const byRules: Part<typeof recommendBy> = createPart(page, async () => (await import('./rules.js')).recommendBy);

type Recommend = (brief: RecommendationBrief, catalog: Catalog) => Recommendation;

/** The rules, together with the words of these languages. */
export function recommendingIn(scripts: readonly Script[], rules = byRules): Part<Recommend> {
  const joined = (by: typeof recommendBy, lexicons: Lexicons): Recommend => (...asked) => by(lexicons, ...asked);
  return {
    current() {
      const by = rules.current();
      const known = scripts.map((script) => [script, words[script].current()] as const);
      return by === undefined || known.some(([, lexicon]) => lexicon === undefined) ? undefined : joined(by, Object.fromEntries(known));
    },
    async load() {
      const [by, ...known] = await Promise.all([rules.load(), ...scripts.map(async (script) => [script, await words[script].load()] as const)]);
      return joined(by, Object.fromEntries(known));
    },
  };
}
