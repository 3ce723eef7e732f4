import { englishGenerate } from '../../react/words/generate.js';
import { useWords, type Words } from '../../react/words/useWords.js';

const english = { generate: englishGenerate };

export type GenerateWords = Words<keyof typeof english>;

/** The words of `GenerationPanel` and `GenerateButton`. */
export const useGenerateWords = (): GenerateWords => useWords(english);
