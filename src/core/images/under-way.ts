import type { Billed } from '../base/errors.js';
import type { ImageRequest } from '../catalog/requests.js';

/** A synchronous image call that has not been answered yet. */
export interface PendingImage {
  request: ImageRequest;
  /** How it ended for the money. It never rejects. */
  billed: Promise<Billed>;
}
