import type { ImageRequest } from '../catalog/requests.js';
import type { Asset } from '../outcome/asset.js';
import type { GenerationCost } from '../outcome/snapshot.js';

/** One time that the user asked for images. */
export interface Wish {
  request: ImageRequest;
  result: Promise<readonly Asset[]>;
  stop: AbortController;
  /** Under which a lost answer can be asked for again, and under which it is remembered. */
  key: string;
  /** Whether a page that is gone asked for it first, and heard no answer. */
  again: boolean;
  /** What the gateway said that it costs. */
  told?: GenerationCost;
}
