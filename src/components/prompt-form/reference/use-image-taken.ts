import { useEffect, useRef } from 'react';
import type { PromptFormStore } from '../use-prompt-form.js';

/**
 * Takes an image into the draft at once: what is sent from now on starts from it. Its bytes tell its
 * type a little later, where it is still that image, and leave all else as it is by then.
 */
export function useImageTaken(store: Pick<PromptFormStore, 'draft' | 'change'>): (image: Blob | string | undefined) => void {
  const latest = useRef(store);
  useEffect(() => {
    latest.current = store;
  });
  return (image) => {
    store.change({ image });
    if (typeof image === 'object') void typeOf(image).then((known) => known !== image && latest.current.draft.image === image && latest.current.change({ ...latest.current.draft, image: known }));
  };
}

/** Not loaded, it is looked at before it is sent. */
const typeOf = (image: Blob): Promise<Blob> => import('../../../core/base/file-type.js').then(({ withTrueType }) => withTrueType(image)).catch(() => image);
