import type { GenerationKind } from '../../react/words/parts.js';

/** What people call it, where there is no article. */
export const thing = (kind: GenerationKind): string => (kind === 'video' ? 'Clip' : 'Bild');

/** As the object of a sentence. */
export const theThing = (kind: GenerationKind): string => (kind === 'video' ? 'den Clip' : 'das Bild');

/** As the subject at the beginning of a sentence. */
export const thisThing = (kind: GenerationKind): string => (kind === 'video' ? 'Dieser Clip' : 'Dieses Bild');

/** A result, as headings and text alternatives name it. */
export const generated = (kind: GenerationKind): string => (kind === 'video' ? 'Erzeugtes Video' : 'Erzeugtes Bild');

/** For parts that begin a sentence in one message and stand within it in another. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
