import { useState } from 'react';
import { type PromptDraft, withinKinds } from '../../core/draft/index.js';

export interface DraftProps {
  /** The draft, where the app holds it; with `onValueChange`. */
  value?: PromptDraft | undefined;
  /** The draft to begin with. @default an empty one of the first of `kinds` */
  defaultValue?: Partial<PromptDraft> | undefined;
  /** Called with each change, with the whole draft. It is plain data but for a picked file. */
  onValueChange?: ((draft: PromptDraft) => void) | undefined;
}

/** The draft of the app, or one of our own. */
export function useDraft({ value, defaultValue, onValueChange }: DraftProps, kinds: readonly PromptDraft['kind'][]): [PromptDraft, (change: Partial<PromptDraft>) => void] {
  const [own, setOwn] = useState<PromptDraft>(() => ({ kind: kinds[0] ?? 'image', prompt: '', ...defaultValue }));
  const draft = withinKinds(value ?? own, kinds);
  const change = (part: Partial<PromptDraft>) => {
    // Another image is no longer that of the result, nor that of the mask.
    const next = { ...draft, ...('image' in part && { parent: undefined, mask: undefined }), ...part };
    if (value === undefined) setOwn(next);
    onValueChange?.(next);
  };
  return [draft, change];
}
