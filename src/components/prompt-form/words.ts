import { englishForm } from '../../react/words/form.js';
import { useWords, type Words } from '../../react/words/useWords.js';

const english = { form: englishForm };

export type FormWords = Words<keyof typeof english>;

/** The words of `PromptForm`. */
export const useFormWords = (): FormWords => useWords(english);
