import { englishCost } from '../../react/words/cost.js';
import { englishErrors } from '../../react/words/errors.js';
import { englishFigures } from '../../react/words/figures.js';
import { englishForm } from '../../react/words/form.js';
import { englishMany } from '../../react/words/many.js';
import { englishModels } from '../../react/words/models.js';
import { useWords, type Words } from '../../react/words/useWords.js';

const english = { many: englishMany, form: englishForm, cost: englishCost, figures: englishFigures, models: englishModels, errors: englishErrors };

export type BatchFormWords = Words<keyof typeof english>;

/** The words of `BatchForm`. */
export const useBatchFormWords = (): BatchFormWords => useWords(english);
