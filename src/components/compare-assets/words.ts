import { englishCompare } from '../../react/words/compare.js';
import { englishUnits } from '../../react/words/units.js';
import { useWords, type Words } from '../../react/words/useWords.js';

const english = { units: englishUnits, compare: englishCompare };

export type CompareWords = Words<keyof typeof english>;

/** The words of `CompareAssets`; those of an asset that cannot be shown are `AssetViewer`'s. */
export const useCompareWords = (): CompareWords => useWords(english);
