// A language that nobody speaks: English with every letter accented, so that words which bypass the messages stand out.
import type { Messages } from 'bytespike-react';
import { allWords } from './all-words.js';

/** The part of Unicode that looks like small and capital Latin letters and is none: mathematical sans-serif. */
const accented = (text: string): string =>
  text.replace(/[A-Za-z]/g, (letter) => {
    const isCapital = letter < 'a';
    return String.fromCodePoint((isCapital ? 0x1d5a0 : 0x1d5ba) + letter.charCodeAt(0) - (isCapital ? 65 : 97));
  });

function speak(words: unknown): unknown {
  if (typeof words === 'string') return accented(words);
  if (typeof words === 'function') return (...facts: unknown[]): unknown => speak((words as (...facts: unknown[]) => unknown)(...facts));
  if (Array.isArray(words)) return words.map(speak);
  if (typeof words !== 'object' || words === null) return words;
  return Object.fromEntries(Object.entries(words).map(([name, value]) => [name, speak(value)]));
}

/** Every word of every component, accented; facts within a sentence as well. */
export const pseudo = speak(allWords) as Messages;

const WORD = /[A-Za-z]{2,}/;

/** Attributes that a person is told. */
const SPOKEN = ['aria-label', 'aria-valuetext', 'aria-roledescription', 'aria-description', 'aria-placeholder', 'alt', 'title', 'placeholder'];

/**
 * Every piece of text below an element, shown or spoken, that has a word of plain letters in it.
 *
 * @param data what is no word of ours: prompts, names of models, formats
 */
export function plainWords(root: Element, data: readonly string[]): string[] {
  return [...textsOf(root)].filter((text) => {
    // Most are accented, and need not be searched for a thousand names.
    if (!WORD.test(text)) return false;
    const rest = data.reduce((left, known) => left.replaceAll(known, ''), text);
    return WORD.test(rest);
  });
}

function* textsOf(root: Element): Generator<string> {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node.textContent?.trim() ?? '';
    if (text !== '' && node.parentElement?.closest('script, style') === null) yield text;
  }
  for (const element of [root, ...root.querySelectorAll('*')]) {
    for (const name of SPOKEN) {
      const text = element.getAttribute(name)?.trim() ?? '';
      if (text !== '') yield text;
    }
  }
}
