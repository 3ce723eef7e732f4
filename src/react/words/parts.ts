/** What is being made. */
export type GenerationKind = 'image' | 'video';

/** An outcome in two parts: what happened, then what it means for the person. */
export interface OutcomeWords {
  title: string;
  /** Empty when the title says it all. */
  text: string;
}

/** What people call it in English. */
export const thing = (kind: GenerationKind): string => (kind === 'video' ? 'clip' : 'image');
