import { useEffect, useRef } from 'react';
import type { PromptFormStore } from '../use-prompt-form.js';
import { lookedAt } from './is-unprepared.js';

/**
 * Takes an image into the draft at once: what is sent from now on starts from it. Its bytes tell its
 * type a little later, where it is still that image, and leave all else as it is by then; sent before,
 * it is looked at on its way.
 */
export function useImageTaken(store: Pick<PromptFormStore, 'draft' | 'change'>): (image: Blob | string | undefined) => void {
  const latest = useRef(store);
  useEffect(() => {
    latest.current = store;
  });
  return (image) => {
    store.change({ image });
    if (typeof image !== 'object') return;
    lookedAt.add(image);
    void typeOf(image).then((known) => {
      lookedAt.delete(image);
      const { draft, change } = latest.current;
      if (known !== image && draft.image === image) change({ ...draft, image: known });
    });
  };
}

/** What looks at it could not be loaded: its type stays what it was called. */
const typeOf = (image: Blob): Promise<Blob> => import('../../../core/base/file-type.js').then(({ withTrueType }) => withTrueType(image), () => image);
