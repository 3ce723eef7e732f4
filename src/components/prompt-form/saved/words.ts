import { englishPrompts } from '../../../react/words/prompts.js';
import { useWords, type Words } from '../../../react/words/useWords.js';

const english = { prompts: englishPrompts };

/** The words of what is saved. */
export const usePromptWords = (): Words<keyof typeof english> => useWords(english);
