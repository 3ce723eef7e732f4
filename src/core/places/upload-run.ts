import type { BytespikeError } from '../base/errors.js';
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

export function createUploadRun(client: ClientInternals): UploadRun {
  const idle: UploadState = { status: 'idle', progress: 0, uploaded: undefined, error: undefined };
  const { get, set, subscribe } = createStore(idle);
  let current: AbortController | undefined;
  const cancel = () => current?.abort();
  return {
    get,
    subscribe,
    initial: () => idle,
    upload(file) {
      cancel();
      const own = (current = new AbortController());
      /** Whoever began another one no longer looks at this. */
      const tell = (status: UploadState['status'], more?: Partial<UploadState>) => current === own && set({ ...idle, status, ...more });
      const onProgress = (progress: number) => tell('uploading', { progress });
      onProgress(0);
      const uploading = client.upload(file, { signal: own.signal, onProgress });
      uploading.then(
        (uploaded) => tell('done', { progress: 1, uploaded }),
        // Nothing else is thrown there.
        (error: BytespikeError) => (error.code === 'aborted' ? tell('idle') : tell('error', { error })),
      );
      return uploading;
    },
    cancel,
    reset() {
      cancel();
      current = undefined;
      set(idle);
    },
  };
}
