import { type DraftIssue, imageIssue } from '../../../core/draft/index.js';
import { withTrueType } from '../../../core/base/file-type.js';
import type { ReferenceForms } from '../../../core/catalog/start-image.js';
import { isPublic } from '../../../core/uploads/is-public.js';
import { upright } from '../../../core/uploads/upright.js';
import type { BytespikeContext } from '../../../react/provider.js';
import { Sending } from './Sending.js';
import type { UploadImage } from './upload-image.js';
import { uploadTrouble } from './upload-trouble.js';

export interface Preparation {
  takes: ReferenceForms;
  /** Puts a file where the gateway can read it, and says its address. */
  upload: UploadImage | undefined;
  /** Whose client uploads it where the app has no way of its own, and the words of the page. */
  context: Pick<BytespikeContext, 'client' | 'locale' | 'messages'>;
  /** Whether that client does. */
  makesReady: boolean;
  /** Told how far an upload is, and how to stop it. */
  onSending: (sending: { progress: number; cancel: () => void; Sending: typeof Sending }) => void;
  /** Bytes that a file may have. */
  limit: number | undefined;
  /** The picture behind an address. @throws Error when this page cannot read it */
  read: (address: string) => Promise<Blob>;
}

/** What is to be sent, or why nothing can be. */
export type PreparedImage = { image: Blob | string; issue?: undefined } | { image?: undefined; issue: DraftIssue | undefined };

/** A reference that `isUnprepared`, in the form that the model takes: read from its address, or put where it has one. */
export async function prepareImage(image: Blob | string, { takes, upload: own, limit, read, context, makesReady, onSending }: Preparation): Promise<PreparedImage> {
  const { client, locale, messages } = context;
  const upload: UploadImage | undefined = makesReady && client ? async (...call) => (await client.upload(...call)).url : own;
  let file: Blob;
  try {
    file = await withTrueType(typeof image === 'object' ? image : await read(image));
  } catch {
    // What this page may not read, the gateway may.
    return takes.address && isPublic(image) ? { image } : { issue: { field: 'image', code: 'unfetched' } };
  }
  const issue = imageIssue(file, takes, { canUpload: upload !== undefined, makesReady, limit });
  if (issue !== undefined) return { issue };
  if (takes.file || upload === undefined) return takes.mask ? turned(file) : { image: file };
  const stop = new AbortController();
  const cancel = () => stop.abort();
  try {
    const onProgress = (progress: number) => onSending({ progress, cancel, Sending });
    onProgress(0);
    return { image: await upload(file, { signal: stop.signal, onProgress }) };
  } catch (error) {
    // Whoever stopped it knows.
    if (stop.signal.aborted) return { issue: undefined };
    const message = uploadTrouble(error, { locale, uploads: messages.uploads });
    return { issue: { field: 'image', code: 'upload', ...(message === undefined ? {} : { message }) } };
  }
}

/** What a camera turned is turned for good: what a mask of it covers is then the same for everybody. */
async function turned(file: Blob): Promise<PreparedImage> {
  try {
    return { image: await upright(file) };
  } catch {
    return { issue: { field: 'image', code: 'unreadable' } };
  }
}
