import { englishLightbox } from '../../react/words/lightbox.js';
import { englishMask } from '../../react/words/mask.js';
import { useWords, type Words } from '../../react/words/useWords.js';

const english = { mask: englishMask, lightbox: englishLightbox };

export type MaskWords = Words<keyof typeof english>;

/** The words of `MaskEditor`; those of zooming are the large view's. */
export const useMaskWords = (): MaskWords => useWords(english);
