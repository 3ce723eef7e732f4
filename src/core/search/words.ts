import { granted } from '../base/granted.js';

// Search by words: all of them, in any order. The gallery filters by the same.

/** Letters of languages that write words without spaces between them: Han, kana, Thai, Lao, Khmer, Burmese. */
const UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/;

/** Case, width and accents do not matter to who searches. */
export function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The words that are looked for: what stands between spaces, and where a language has none, what its own rules say. */
export function wordsOf(search: string | undefined): readonly string[] {
  return (folded(search ?? '').match(/\S+/g) ?? []).flatMap((word) => (UNSPACED.test(word) ? parted(word) : word));
}

function parted(text: string): readonly string[] {
  // Not every browser has it.
  const segmenter = granted(() => new Intl.Segmenter(undefined, { granularity: 'word' }));
  const words = segmenter === undefined ? [] : [...segmenter.segment(text)].flatMap(({ segment, isWordLike }) => (isWordLike ? segment : []));
  return words.length === 0 ? [text] : words;
}

/** Whether all words are in a text that is {@link folded}. */
export function hasAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}
