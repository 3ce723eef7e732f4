import { englishLightbox } from '../../../react/words/lightbox.js';
import { useWords, type Words } from '../../../react/words/useWords.js';

const english = { lightbox: englishLightbox };

/** The words of the large view; those of the assets in it are `AssetViewer`'s. */
export const useLightboxWords = (): Words<'lightbox'> => useWords(english);
