const DIGIT = /\p{Nd}/u;
/** Marks of direction that stand beside numbers. */
const AROUND = /[\u061c\u200e\u200f\u2066-\u2069]/gu;

/** Those of Chinese from one on are no digits to Unicode, and not in a row. */
const HAN = '一二三四五六七八九';
const DIGITS = new RegExp(`[\\p{Nd}〇${HAN}]`, 'gu');

/** Digits of any script as 0 to 9, without what only lays them out; all else as it is. Digits come in tens everywhere in Unicode. */
export function plainDigits(text: string): string {
  return text.trim().replace(AROUND, '').replace(DIGITS, (digit) => {
    const code = Number(digit.codePointAt(0));
    let before = HAN.indexOf(digit);
    do before += 1;
    while (DIGIT.test(String.fromCodePoint(code - before - 1)));
    return String(before % 10);
  });
}

/** The whole number that a person wrote, in the digits of any script; `undefined` where it is none. */
export function readWhole(text: string): number | undefined {
  const plain = plainDigits(text);
  return /^\d+$/.test(plain) ? Number(plain) : undefined;
}
