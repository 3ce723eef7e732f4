import { formatPlain } from '../../react/format.js';
import { englishAsset, type Place } from '../../react/words/asset.js';
import { englishUnits } from '../../react/words/units.js';
import { useWords, type Words } from '../../react/words/useWords.js';

const english = { units: englishUnits, asset: englishAsset };

export type AssetWords = Words<keyof typeof english>;

/** The words of `AssetViewer`. */
export const useAssetWords = (): AssetWords => useWords(english);

/** Which one it is, for people; `undefined` for the only one. `index` counts from 0. */
export function placeOf(index: number, count: number, locale: string | undefined): Place | undefined {
  return count === 1 ? undefined : { index: formatPlain(index + 1, locale), count: formatPlain(count, locale) };
}
