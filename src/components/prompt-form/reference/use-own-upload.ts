import { useMemo, useSyncExternalStore } from 'react';
import { useBytespike } from '../../../react/provider.js';
import { offersUploads } from '../../../react/useUpload.js';

/** How an upload is watched and stopped. */
interface UploadWatch {
  signal: AbortSignal;
  /** Told how much has left, from 0 to 1. */
  onProgress(part: number): void;
}

/** Puts a file where the gateway can read it, and says its address. */
export type UploadImage = (file: Blob, watch: UploadWatch) => Promise<string>;

const never = () => () => {};
const nothing = (): undefined => undefined;

/** The app's, else that of the proxy, where it offers one; `undefined` else, and without a client. */
export function useOwnUpload(ofApp: UploadImage | undefined): UploadImage | undefined {
  const { client } = useBytespike();
  const offers = useSyncExternalStore(client?.offered?.subscribe ?? never, client?.offered?.get ?? nothing, nothing);
  const isOffered = offersUploads(offers);
  const ofProxy = useMemo<UploadImage | undefined>(() => (client !== undefined && isOffered ? async (file, watch) => (await client.upload(file, watch)).url : undefined), [client, isOffered]);
  return ofApp ?? ofProxy;
}
