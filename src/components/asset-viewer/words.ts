import { englishAsset } from '../../react/words/asset.js';
import { englishUnits } from '../../react/words/units.js';
import { useWords, type Words } from '../../react/words/useWords.js';

const english = { units: englishUnits, asset: englishAsset };

export type AssetWords = Words<keyof typeof english>;

/** The words of `AssetViewer`. */
export const useAssetWords = (): AssetWords => useWords(english);
