import { granted } from '../base/granted.js';

/** Letters of languages that write words without spaces between them: Han, kana, Thai, Lao, Khmer, Burmese. */
const UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/;

/** What stands between two spaces, as words: where a language has no spaces, what its own rules say. */
export function segmented(text: string): readonly string[] {
  if (!UNSPACED.test(text)) return [text];
  // Not every browser has it.
  const segmenter = granted(() => new Intl.Segmenter(undefined, { granularity: 'word' }));
  const words = segmenter === undefined ? [] : [...segmenter.segment(text)].flatMap(({ segment, isWordLike }) => (isWordLike ? segment : []));
  return words.length === 0 ? [text] : words;
}
