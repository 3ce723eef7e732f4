import { formatNumber } from '../../react/format.js';
import { englishErrors } from '../../react/words/errors.js';
import { englishFigures } from '../../react/words/figures.js';
import { type Counted, englishGallery } from '../../react/words/gallery.js';
import { englishUnits } from '../../react/words/units.js';
import { useWords, type Words } from '../../react/words/useWords.js';

const english = { units: englishUnits, figures: englishFigures, errors: englishErrors, gallery: englishGallery };

export type GalleryWords = Words<keyof typeof english>;

/** The words of `AssetGallery`. */
export const useGalleryWords = (): GalleryWords => useWords(english);

/** What was done with the selection, or came meanwhile, for who does not see it. */
export function newsOf(selected: number, removed: number, held: number, { locale, messages: { gallery } }: GalleryWords): string | undefined {
  if (selected > 0) return gallery.selected(counted(selected, locale));
  if (removed > 0) return gallery.removed(counted(removed, locale));
  return held > 0 ? gallery.showNew(counted(held, locale)) : undefined;
}

export function counted(count: number, locale: string | undefined): Counted {
  return { count, written: formatNumber(count, locale) };
}
