import type { Clock } from '../../core/base/clock.js';
import { digest } from '../base/bytes.js';
import type { Signer } from '../base/signature.js';
import type { DeferredWrites } from '../store/deferred-writes.js';
import type { ProxyStore } from '../store/store.js';
import { createAllowance, type TakeShare, type UploadLimits } from './allowance.js';
import type { DirectUploads, ServedUploads, UploadStore } from './stores.js';
import { createUploadTokens, type UploadTokens } from './tokens.js';

/** A place for files that users bring along, which the gateway reads. */
export interface UploadOptions {
  /**
   * Where they are kept: `memoryUploads()` for one process, storage of the app's own by `put` and
   * `url`, or `s3Uploads(…)` of `bytespike-react/server/s3`, to which browsers send by themselves.
   */
  store: ServedUploads | UploadStore | DirectUploads;
  /** Of one file. @default 20 MiB */
  maxBytes?: number;
  /** What each user may send, in the books of the proxy's `store`. @default 60 files and 512 MiB an hour */
  limits?: Partial<UploadLimits>;
  /** For how long the gateway can read it. Seconds. @default a day */
  expiresIn?: number;
  /**
   * The whole address of the proxy as the gateway reaches it, for example
   * `https://app.example.com/api/bytespike`, for what the proxy itself serves.
   * @default the origin of the page that sends it
   */
  publicUrl?: string | undefined;
}

/** What holds for all uploads of a proxy. */
export interface Uploads {
  store: UploadOptions['store'];
  tokens: UploadTokens;
  take: TakeShare;
  maxBytes: number;
  expiresMs: number;
  /** Without a slash at its end. */
  publicUrl: string | undefined;
  /** One file for each user and key, of which nobody can tell who it is. */
  nameOf(userId: string, key: string): Promise<string>;
}

interface UploadsMeans {
  store: ProxyStore;
  clock: Clock;
  deferred: DeferredWrites;
  signer: Signer;
}

/** @source ours: what the proxy takes of a picture to be edited */
const MOST_BYTES = 20 * 1024 * 1024;
/** @source ours: as long as the gateway's own links live */
const LIFE_SECONDS = 24 * 60 * 60;
/** @source ours: more than a person sends in an hour, and bounded */
const LIMITS: UploadLimits = { count: 60, bytes: 512 * 1024 * 1024, perSeconds: 3600 };

export function createUploads({ store, maxBytes = MOST_BYTES, limits, expiresIn = LIFE_SECONDS, publicUrl }: UploadOptions, means: UploadsMeans): Uploads {
  return {
    store,
    maxBytes,
    expiresMs: expiresIn * 1000,
    publicUrl,
    tokens: createUploadTokens(means.signer, means.clock),
    take: createAllowance({ ...means, limits: { ...LIMITS, ...limits } }),
    nameOf: (userId, key) => digest('upload', userId, key),
  };
}
