import { englishErrors } from '../../react/words/errors.js';
import { englishProgress } from '../../react/words/progress.js';
import { englishUnits } from '../../react/words/units.js';
import { useWords, type Words } from '../../react/words/useWords.js';

const english = { units: englishUnits, progress: englishProgress, errors: englishErrors };

export type ProgressWords = Words<keyof typeof english>;

/** The words of `TaskProgress`. */
export const useProgressWords = (): ProgressWords => useWords(english);
