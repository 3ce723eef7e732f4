export const SCRIPTS = ['latin', 'zh', 'ja', 'ko'] as const;
/** The language that a prompt is written in, as far as its script tells. */
export type Script = (typeof SCRIPTS)[number];

const HAN = /[\u3400-\u9fff\uf900-\ufaff]/g;
const KANA = /[\u3040-\u30ff\uff66-\uff9f]/g;
const HANGUL = /[\uac00-\ud7af\u1100-\u11ff]/g;
const LATIN = /[a-z]/gi;
/** Less is no word of a language. */
export const LATIN_WORD = /[a-z]{3}/i;

const count = (text: string, characters: RegExp) => text.match(characters)?.length ?? 0;

/** How many Latin letters a word has beside one Chinese, Japanese or Korean character. */
const LETTERS_A_CHARACTER = 2.5;

/** The script of most of a text: a brand name in Latin letters does not make a Chinese prompt an English one. */
export function scriptOf(text: string): Script {
  const kana = count(text, KANA);
  const hangul = count(text, HANGUL);
  const characters = count(text, HAN) + kana + hangul;
  if (characters * LETTERS_A_CHARACTER < Math.max(1, count(text, LATIN))) return 'latin';
  if (hangul * 2 >= characters) return 'ko';
  return kana > 0 ? 'ja' : 'zh';
}

/** The scripts of a text that words may be read from, whichever of them is that of most of it. */
export function scriptsIn(text: string, latin = LATIN_WORD): Script[] {
  const characters: Record<Script, RegExp> = { latin, zh: HAN, ja: KANA, ko: HANGUL };
  return SCRIPTS.filter((script) => text.search(characters[script]) >= 0);
}
