/** How an upload is watched and stopped. */
interface UploadWatch {
  signal: AbortSignal;
  /** Told how much has left, from 0 to 1. */
  onProgress(part: number): void;
}

/** Puts a file where the gateway can read it, and says its address. */
export type UploadImage = (file: Blob, watch: UploadWatch) => Promise<string>;
