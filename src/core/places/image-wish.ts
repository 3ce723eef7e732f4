import type { BytespikeError } from '../base/errors.js';
import type { ImageRequest } from '../catalog/requests.js';
import type { Asset } from '../outcome/asset.js';
import type { GenerationCost } from '../outcome/snapshot.js';
import type { Asked } from './wish.js';

/** One time that the user asked for images. */
export interface Wish extends Asked<ImageRequest> {
  result: Promise<readonly Asset[]>;
  /** Aborts when the user takes it back. */
  stop: AbortController;
  /** Under which a lost answer can be asked for again, and under which it is remembered. */
  key: string;
  /** Whether a page that is gone asked for it first, and heard no answer. */
  again: boolean;
  /** What the gateway said that it costs. */
  told?: GenerationCost;
  /** Why nobody knows what became of it when it was asked for before, under the same key. */
  before?: BytespikeError | undefined;
}

/** What came of one wish. */
export interface MadeImages {
  images: readonly Asset[];
  cost: GenerationCost;
  /** As its record says, in milliseconds since the epoch; `undefined` when it has none. */
  endedAt?: number | undefined;
}
