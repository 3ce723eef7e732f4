import { catalog, type Messages } from 'bytespike-react';
import { messages as ar } from 'bytespike-react/locales/ar';
import { messages as de } from 'bytespike-react/locales/de';
import { messages as ja } from 'bytespike-react/locales/ja';
import { messages as zhCN } from 'bytespike-react/locales/zh-CN';
import { describe, expect, it } from 'vitest';
import { allWords } from '../support/all-words.js';
import { calls, COUNTS, deeper, FOREIGN } from './locales-facts.js';

const LOCALES: readonly [tag: string, messages: Messages][] = [
  ['ar', ar],
  ['de', de],
  ['ja', ja],
  ['zh-CN', zhCN],
];

/** Words that are English and the other language as well. */
const SAME: Record<string, readonly string[]> = {
  // `×` and `≈` are no letters; formats and units are written alike everywhere.
  all: ['s', 'HD', 'PNG', 'WebP', 'JPEG', 'Ctrl'],
  de: ['min', 'Prompt', 'Prompts', 'Seed', 'Remix', 'Status', 'Standard', 'Anime', 'Video', 'Videos'],
};

/** What stays in Latin letters in other scripts: names, formats, and keys as they are written on the keyboard. */
const LATIN = new Set(['WebP', 'JPEG', 'HEIC', 'https', 'ByteDance', 'Sora', 'Enter', 'Delete', 'Ctrl', 'Shift', 'Escape']);

/** What shows that a sentence was left in English, where the other language uses the same letters. */
const ENGLISH = /\b(?:the|this|that|your?|and|is|are|of|to|for|it|its|with|not|no|again|could|cannot)\b/i;

interface Said {
  /** `group.message(facts)`. */
  name: string;
  /** Facts of the call that English shows. */
  facts: readonly string[];
  texts: readonly string[];
}

/** Everything that a language says, each message with each of its calls, in the order of the English ones. */
function everything(messages: Messages): Said[] {
  return Object.entries(allWords).flatMap(([group, words]: [string, object]) =>
    Object.keys(words).flatMap((name) => {
      const said = property(property(messages, group), name);
      if (group !== 'models' || !(name in deeper)) return saidBy(`${group}.${name}`, said, property(property(calls, group), name));
      return Object.keys(property(words, name) as object).flatMap((code) => saidBy(`models.${name}.${code}`, property(said, code), property(property(deeper, name), code)));
    }),
  );
}

const property = (of: unknown, name: string): unknown => (typeof of === 'object' && of !== null ? (of as Record<string, unknown>)[name] : undefined);

function saidBy(name: string, said: unknown, table: unknown): Said[] {
  if (typeof said !== 'function') return [{ name, facts: [], texts: textsOf(said) }];
  if (!Array.isArray(table)) throw new Error(`${name} has no facts in locales-facts.ts. Add a call for each sentence that it may come to.`);
  return table.map((given: readonly unknown[]) => ({ name: `${name}(${JSON.stringify(given).slice(1, -1)})`, facts: factsOf(given), texts: textsOf(said(...given)) }));
}

function textsOf(said: unknown): string[] {
  if (typeof said === 'string') return [said];
  if (typeof said === 'object' && said !== null) return Object.values(said).flatMap(textsOf);
  throw new Error(`A message came to ${typeof said}. It has to be a text, or an object of texts.`);
}

function factsOf(given: unknown): string[] {
  if (typeof given === 'string') return /\d/.test(given) ? [given] : [];
  if (typeof given !== 'object' || given === null) return [];
  // Some languages say none, one and two in a word, without the number.
  if ('count' in given && typeof given.count === 'number' && given.count <= 2) return [];
  return Object.values(given).flatMap(factsOf);
}

const namesOf = (messages: Messages): string[] =>
  Object.entries(messages).flatMap(([group, words]: [string, object]) => Object.keys(words).map((name) => `${group}.${name}`)).sort();

const without = (text: string, facts: readonly string[]): string => [...facts].sort((a, b) => b.length - a.length).reduce((rest, fact) => rest.replaceAll(fact, ' '), text);
const wordsOf = (text: string): string[] => text.match(/\p{L}+/gu) ?? [];

const inEnglish = everything(allWords);

describe.each(LOCALES)('the words in %s', (tag, messages) => {
  const translated = everything(messages);
  /** Each text beside the English one. */
  const pairs = inEnglish.flatMap(({ name, facts, texts }, index) =>
    texts.map((source, part) => ({ name, facts: facts.filter((fact) => source.includes(fact)), source, text: translated[index]?.texts[part] ?? '' })),
  );

  it('are the same messages as in English', () => {
    expect(namesOf(messages)).toEqual(namesOf(allWords));
  });

  it('say something wherever English does, and nothing odd', () => {
    const silent = pairs.filter(({ source, text }) => source !== '' && text.trim() === '');
    const odd = translated.flatMap(({ name, texts }) => texts.filter((text) => /undefined|NaN|\[object|null|[!！]|^ | $| {2}/.test(text)).map((text) => `${name}: ${text}`));
    expect({ silent, odd }).toEqual({ silent: [], odd: [] });
  });

  it('are not the English ones', () => {
    const same = new Set([...(SAME['all'] ?? []), ...(SAME[tag] ?? [])]);
    const left = pairs.filter(({ source, text, facts }) => text === source && wordsOf(without(source, facts)).some((word) => !same.has(word)));
    expect(left.map(({ name, text }) => `${name}: ${text}`)).toEqual([]);
  });

  it('have no English in them', () => {
    const isEnglish = (text: string) => (tag === 'de' ? ENGLISH.test(text) : (text.match(/[A-Za-z]{4,}/g) ?? []).some((word) => !LATIN.has(word)));
    const left = pairs.filter(({ text, facts }) => isEnglish(without(text, facts)));
    expect(left.map(({ name, text }) => `${name}: ${text}`)).toEqual([]);
  });

  it('show every fact that English shows', () => {
    const lost = pairs.flatMap(({ name, facts, text }) => facts.filter((fact) => !shows(text, fact)).map((fact) => `${name}: “${text}” without ${fact}`));
    expect(lost).toEqual([]);
  });

  it('name what each model of the catalog is best at', () => {
    const strengths = [...new Set(catalog.models.flatMap((model) => model.strengths))];
    const left = strengths.filter((word) => /[a-z]{2}/i.test(word) && messages.models.strength(word) === word);
    const same = strengths.filter((word) => (tag === 'de' ? ENGLISH : /[A-Za-z]{4,}/).test(withoutLatin(messages.models.strength(word))));
    expect({ left, same }).toEqual({ left: [], same: [] });
  });
});

/** Whether a text has a fact in it, marks of direction aside. */
const shows = (text: string, fact: string): boolean => text.replaceAll(/[\u200E\u200F\u2066-\u2069]/g, '').includes(fact);

const withoutLatin = (text: string): string => text.replaceAll(/[A-Za-z]+/g, (word) => (LATIN.has(word) ? '' : word));

describe('the words in German', () => {
  it('tell one from several', () => {
    const said = [1, 7].map((total) => [total, 0].map((shown) => de.gallery.count({ shown: { count: shown, written: String(shown) }, total: { count: total, written: String(total) } })));
    expect(said).toEqual([
      ['1 Eintrag', '0 von 1 Eintrag'],
      ['7 Einträge', '0 von 7 Einträgen'],
    ]);
  });
});

describe('the words in Arabic', () => {
  it('isolate what runs from left to right, where anything stands beside it', () => {
    const open = everything(ar).flatMap(({ name, texts }) =>
      texts.flatMap((text) => FOREIGN.filter((fact) => text !== fact && text.includes(fact) && depthAt(text, text.indexOf(fact)) === 0).map((fact) => `${name}: ${fact}`)),
    );
    expect(open).toEqual([]);
  });

  it('close every isolate', () => {
    const open = everything(ar).flatMap(({ name, texts }) => texts.filter((text) => depthAt(text, text.length) !== 0).map(() => name));
    expect(open).toEqual([]);
  });

  it('run from right to left, whatever they begin with', () => {
    const turned = everything(ar).flatMap(({ name, texts }) => texts.filter((text) => /^[\u2066\u2068].*\p{Script=Arabic}/u.test(text)).map(() => name));
    expect(turned).toEqual([]);
  });

  it('keep width before height', () => {
    expect(ar.asset.pixels('1024', '768')).toBe('\u20661024 × 768\u2069');
    expect(ar.models.exclusions.size({ options: '1024×1024 أو 1024×1536' })).toContain('\u20661024×1536\u2069');
  });

  it('count in all forms of the language', () => {
    const forms = COUNTS.slice(1).map((count) => ar.gallery.count({ shown: { count, written: String(count) }, total: { count, written: String(count) } }));
    expect(forms).toEqual(['عنصر واحد', 'عنصران', '7 عناصر', '11 عنصرًا', '100 عنصر']);
  });
});

function depthAt(text: string, end: number): number {
  const before = text.slice(0, end);
  return (before.match(/[\u2066\u2068]/g)?.length ?? 0) - (before.match(/\u2069/g)?.length ?? 0);
}
