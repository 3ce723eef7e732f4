import { type ComponentType, useRef, useState } from 'react';
import { useBytespike } from '../../../react/provider.js';
import type { DraftIssue } from '../../../core/draft/index.js';
import type { ReferenceForms } from '../../../core/catalog/start-image.js';
import { isUnprepared } from './is-unprepared.js';
import type { SendingProps } from './Sending.js';
import type { PreparedImage } from './prepare-image.js';
import type { UploadImage } from './upload-image.js';

interface ReferenceOptions {
  uploadImage?: UploadImage | undefined;
  maxImageBytes?: number | undefined;
}

/** How far it is, from 0 to 1, how to stop it, and what shows it, which comes with what sends. */
export interface ReferenceSending {
  progress: number;
  cancel(): void;
  Sending: ComponentType<SendingProps>;
}

interface Reference {
  /** What turned out to be wrong with the image that is in the draft now. */
  issue: DraftIssue | undefined;
  isPreparing: boolean;
  /** A picture that is on its way to where it is put. */
  sending: ReferenceSending | undefined;
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
export function useReference(inDraft: Blob | string | undefined, canUpload: boolean, makesReady: boolean, { uploadImage, maxImageBytes }: ReferenceOptions): Reference {
  const [trouble, setTrouble] = useState<{ image: Blob | string | undefined; issue: DraftIssue }>();
  const [isPreparing, setPreparing] = useState(false);
  const [sending, setSending] = useState<ReferenceSending>();
  const context = useBytespike();
  // The same picture again is the same file: only then a lost answer can be asked for once more.
  const last = useRef<{ address: string; file: Blob }>(undefined);
  const read = async (address: string): Promise<Blob> => {
    if (last.current?.address === address) return last.current.file;
    const { readImage } = await import('../../../core/uploads/read-image.js');
    const file = await readImage(address);
    last.current = { address, file };
    return file;
  };
  return {
    issue: trouble?.image === inDraft ? trouble?.issue : undefined,
    isPreparing,
    sending,
    unreadable: () => setTrouble({ image: inDraft, issue: { field: 'image', code: 'unreadable' } }),
    isUnprepared: (image, takes) => isUnprepared(image, takes, canUpload, context.client?.baseUrl),
    async prepare(image, takes) {
      setPreparing(true);
      // Few forms need it.
      const part = await import('./prepare-image.js').catch(() => undefined);
      const prepared = (await part?.prepareImage(image, { takes, upload: uploadImage, limit: maxImageBytes, read, context, makesReady, onSending: setSending })) ?? NOT_LOADED;
      setPreparing(false);
      setSending(undefined);
      setTrouble(prepared.issue && { image: inDraft, issue: prepared.issue });
      return prepared.image;
    },
  };
}
