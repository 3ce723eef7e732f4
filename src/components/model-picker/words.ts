import { englishFigures } from '../../react/words/figures.js';
import { englishModels } from '../../react/words/models.js';
import { useWords, type Words } from '../../react/words/useWords.js';

const english = { models: englishModels, figures: englishFigures };

export type ModelWords = Words<keyof typeof english>;

/** The words of `ModelPicker`. */
export const useModelWords = (): ModelWords => useWords(english);
