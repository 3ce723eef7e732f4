// Search by words: all of them, in any order. The gallery filters by the same.

/** Case, width and accents do not matter to who searches. */
export function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The words that are looked for. */
export function wordsOf(search: string | undefined): readonly string[] {
  return folded(search ?? '').match(/\S+/g) ?? [];
}

/** Whether all words are in a text that is {@link folded}. */
export function hasAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}
