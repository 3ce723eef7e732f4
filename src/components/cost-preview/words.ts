import { englishCost } from '../../react/words/cost.js';
import { englishFigures } from '../../react/words/figures.js';
import { useWords, type Words } from '../../react/words/useWords.js';

const english = { cost: englishCost, figures: englishFigures };

export type CostWords = Words<keyof typeof english>;

/** The words of `CostPreview`. */
export const useCostWords = (): CostWords => useWords(english);
