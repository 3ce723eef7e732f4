import { englishGenerate } from '../../react/words/generate.js';
import { useWords, type Words } from '../../react/words/useWords.js';

const english = { generate: englishGenerate };

/** The words of `GenerationPanel` and of what `GenerateButton` opens. */
export const useGenerateWords = (): Words<keyof typeof english> => useWords(english);
