import { BytespikeError, isBytespikeError } from '../base/errors.js';
import { createStore, type Store } from '../base/observable.js';
import type { ClientInternals } from '../client/internals.js';
import type { UploadedPicture } from '../uploads/uploads.js';

export interface UploadState {
  status: 'idle' | 'uploading' | 'done' | 'error';
  /** How much has left, from 0 to 1; 0 while the picture is made ready. */
  progress: number;
  /** What was uploaded last. */
  uploaded: UploadedPicture | undefined;
  error: BytespikeError | undefined;
}

/** One place of an interface that uploads one picture at a time. */
interface UploadRun extends Pick<Store<UploadState>, 'get' | 'subscribe'> {
  initial(): UploadState;
  upload(file: Blob): Promise<UploadedPicture>;
  cancel(): void;
  reset(): void;
}

const IDLE: UploadState = { status: 'idle', progress: 0, uploaded: undefined, error: undefined };

export function createUploadRun(client: ClientInternals): UploadRun {
  const { get, set, subscribe } = createStore(IDLE);
  let current: AbortController | undefined;
  return {
    get,
    subscribe,
    initial: () => IDLE,
    async upload(file) {
      current?.abort();
      const own = new AbortController();
      current = own;
      /** Whoever began another one no longer looks at this. */
      const tell = (state: Partial<UploadState>) => void (current === own && set({ ...IDLE, ...state }));
      tell({ status: 'uploading' });
      try {
        const uploaded = await client.upload(file, { signal: own.signal, onProgress: (progress) => tell({ status: 'uploading', progress }) });
        tell({ status: 'done', progress: 1, uploaded });
        return uploaded;
      } catch (cause) {
        const error = isBytespikeError(cause) ? cause : new BytespikeError({ code: 'unsupported_image', message: 'The picture could not be made ready, so nothing was sent. Choose another one.', cause });
        tell(error.code === 'aborted' ? {} : { status: 'error', error });
        throw error;
      }
    },
    cancel: () => current?.abort(),
    reset() {
      current?.abort();
      current = undefined;
      set(IDLE);
    },
  };
}
