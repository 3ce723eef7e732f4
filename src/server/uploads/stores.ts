import type { PictureType } from '../../core/base/picture.js';

/** A picture that a user of the app's brings along. */
export interface Upload {
  /** Made here of the user and of what the client calls this upload: letters, digits, `-` and `_`. Never the name of a file. */
  name: string;
  type: PictureType;
  /** Bytes. */
  size: number;
  userId: string;
  /** Until when the gateway has to be able to read it; milliseconds since the epoch. After that it may be deleted. */
  expiresAt: number;
}

/**
 * Storage of the app's own, by two functions. Both are called again for the same upload when a client
 * tries again, and by other instances: one `name` is one file.
 */
export interface UploadStore {
  /** Keeps it. It was looked at: a whole picture of this type, without metadata. */
  put(upload: Upload, bytes: Uint8Array<ArrayBuffer>): Promise<unknown> | void;
  /** The address at which the gateway can read it, and nobody who was not given it. */
  url(upload: Upload): Promise<string> | string;
}

/** Bytes in this process, which the proxy itself serves under signed addresses. */
export interface ServedUploads {
  put(upload: Upload, bytes: Uint8Array<ArrayBuffer>): void;
  get(name: string): Uint8Array<ArrayBuffer> | undefined;
}

/** Storage that browsers send to by themselves, so that nothing large passes the proxy. */
export interface DirectUploads {
  /** Where and with which headers the browser puts it; nothing else than this can be put there. */
  prepare(upload: Upload, sha256: string): Promise<{ url: string; headers: Record<string, string> }>;
  /** Some of the bytes that are there now; none when nothing is. */
  read(upload: Upload, from: number, to: number): Promise<Uint8Array<ArrayBuffer>>;
  remove(upload: Upload): Promise<void>;
  url(upload: Upload): Promise<string>;
}
