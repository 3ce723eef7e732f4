import type { Model } from '../catalog/model.js';
import { scriptOf } from '../recommend/script.js';

const LETTERS = /\p{L}/gu;
const LATIN = /\p{Script=Latin}/gu;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
/** A word or two prove nothing. */
const ENOUGH_LETTERS = 4;

const count = (text: string, characters: RegExp): number => text.match(characters)?.length ?? 0;

/**
 * In which languages this model's prompts are best written, where the prompt is in none of them;
 * `undefined` where it is, or cannot be told by its script. Models at home in Chinese, Japanese and
 * Korean read English as well.
 */
export function betterLanguage(prompt: string, { promptLanguage }: Pick<Model, 'promptLanguage'>): Model['promptLanguage'] | undefined {
  if (scriptOf(prompt) !== 'latin') return promptLanguage === 'english' && count(prompt, CJK) > 0 ? 'english' : undefined;
  const letters = count(prompt, LETTERS);
  const foreign = letters - count(prompt, LATIN) - count(prompt, CJK);
  return letters >= ENOUGH_LETTERS && foreign * 2 > letters ? promptLanguage : undefined;
}
