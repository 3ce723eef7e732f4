import type { Found } from './lexicon.js';

/** What stands between marks of quotation. An apostrophe inside of a word opens nothing. */
const QUOTED = /"([^"\n]{1,120})"|“([^”\n]{1,120})”|「([^」\n]{1,120})」|『([^』\n]{1,120})』|«([^»\n]{1,120})»|(?<=^|[\s(:,])['‘]([^'’\n]{2,80})['’](?=$|[\s.,;:!?)])/g;

/** A name, a quotation of a style, or a work that is alluded to: nothing that is to be read in the picture. */
const ALLUSION =
  /(?:\b(?:style of|styled like|inspired by|similar to|reminiscent of|like|vibe of|mood of|feel(?:ing)? of|so-called|from (?:the )?(?:film|movie|series|game|book|anime|song|album))\s*|(?:风格|風格|像|仿)|(?:のような|みたいな))$/i;
/** A name is read only where it belongs: on a sign, not on the dog that has it. */
const NAME = /\b(?:named|called|known as)\s*$|(?:名叫|叫做|叫|という名の|という名前の)$/i;
const BEARS_ITS_NAME = /logo|brand|sign|poster|label|packag|shop|caf[eé]|store|restaurant|cover|banner|company|\bapp\b|bar\b|店|品牌|ブランド/i;
const ALLUSION_AFTER = /^\s*(?:[- ](?:style|inspired|like|vibe|aesthetic)\b|风格|風格|スタイル|風の|라는 이름|스타일)/i;

/** Lettering that the prompt quotes, and the prompt without it: what a sign says is not what the picture is of. */
export function readQuotes(prompt: string): { quoted: Found; rest: string } {
  const quoted: Found = { score: 0, words: [] };
  const rest = prompt.replace(QUOTED, (whole: string, ...found: unknown[]) => {
    const at = found.find((each) => typeof each === 'number') as number;
    const before = prompt.slice(Math.max(0, at - 40), at);
    const isNameOnly = NAME.test(before) && !BEARS_ITS_NAME.test(before);
    if (isNameOnly || ALLUSION.test(before) || ALLUSION_AFTER.test(prompt.slice(at + whole.length, at + whole.length + 16))) return whole;
    quoted.words.push(whole);
    quoted.score += 3;
    // As long as before, so that what was on two sides of it stays apart.
    return ' '.repeat(whole.length);
  });
  return { quoted, rest };
}
