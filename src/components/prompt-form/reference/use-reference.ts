import { useRef, useState } from 'react';
import type { DraftIssue } from '../../../core/draft/index.js';
import type { ReferenceForms } from '../../../core/catalog/start-image.js';
import { isUnprepared } from './is-unprepared.js';
import type { PreparedImage } from './prepare-image.js';

interface ReferenceOptions {
  uploadImage?: ((file: Blob) => Promise<string>) | undefined;
  maxImageBytes?: number | undefined;
}

interface Reference {
  /** What turned out to be wrong with the image that is in the draft now. */
  issue: DraftIssue | undefined;
  isPreparing: boolean;
  /** It is no picture. */
  unreadable(): void;
  /** Whether something has to be done before it can be sent. */
  isUnprepared(image: Blob | string, takes: ReferenceForms): boolean;
  /** What to send in its place; `undefined` when nothing can be, and `issue` says why. */
  prepare(image: Blob | string, takes: ReferenceForms): Promise<Blob | string | undefined>;
}

/** What prepares it could not be loaded, which is like an upload that failed: it may be tried again. */
const NOT_LOADED: PreparedImage = { issue: { field: 'image', code: 'upload' } };

/** The image that a draft starts from, on its way into the request. */
export function useReference(inDraft: Blob | string | undefined, { uploadImage, maxImageBytes }: ReferenceOptions): Reference {
  const [trouble, setTrouble] = useState<{ image: Blob | string | undefined; issue: DraftIssue }>();
  const [isPreparing, setPreparing] = useState(false);
  // The same picture again is the same file: only then a lost answer can be asked for once more.
  const last = useRef<{ address: string; file: Blob }>(undefined);
  const read = async (address: string): Promise<Blob> => {
    if (last.current?.address === address) return last.current.file;
    const { readImage } = await import('./read-image.js');
    const file = await readImage(address);
    last.current = { address, file };
    return file;
  };
  return {
    issue: trouble !== undefined && trouble.image === inDraft ? trouble.issue : undefined,
    isPreparing,
    unreadable: () => setTrouble({ image: inDraft, issue: { field: 'image', code: 'unreadable' } }),
    isUnprepared: (image, takes) => isUnprepared(image, takes, uploadImage !== undefined),
    async prepare(image, takes) {
      setPreparing(true);
      // Few forms need it.
      const part = await import('./prepare-image.js').catch(() => undefined);
      const prepared = (await part?.prepareImage(image, { takes, upload: uploadImage, limit: maxImageBytes, read })) ?? NOT_LOADED;
      setPreparing(false);
      setTrouble(prepared.issue && { image: inDraft, issue: prepared.issue });
      return prepared.image;
    },
  };
}
