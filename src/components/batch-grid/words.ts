import { englishCost } from '../../react/words/cost.js';
import { englishErrors } from '../../react/words/errors.js';
import { englishGallery } from '../../react/words/gallery.js';
import { englishLightbox } from '../../react/words/lightbox.js';
import { englishProgress } from '../../react/words/progress.js';
import { englishSheet } from '../../react/words/sheet.js';
import { useWords, type Words } from '../../react/words/useWords.js';

const english = { sheet: englishSheet, cost: englishCost, errors: englishErrors, gallery: englishGallery, lightbox: englishLightbox, progress: englishProgress };

export type SheetWords = Words<keyof typeof english>;

/** The words of `BatchGrid`; what it is made of has its own. */
export const useSheetWords = (): SheetWords => useWords(english);
