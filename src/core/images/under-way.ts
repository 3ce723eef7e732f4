import { type Billed, isBytespikeError } from '../base/errors.js';
import type { Store } from '../base/observable.js';
import type { ImageRequest } from '../catalog/requests.js';

/** A synchronous image call that has not been answered yet. */
export interface PendingImage {
  request: ImageRequest;
  /** How it ended for the money. It never rejects. */
  billed: Promise<Billed>;
}

/** Among all that is under way until it is answered. Returns `answer`, a moment later: who hears it finds this one over, and does not hold its price once more. */
export function underWay<T>(all: Store<readonly PendingImage[]>, request: ImageRequest, answer: Promise<T>): Promise<T> {
  const billed = answer.then(
    () => 'yes' as const,
    (error: unknown) => (isBytespikeError(error) ? error.billed : 'unknown'),
  );
  const mine: PendingImage = { request, billed };
  all.set([...all.get(), mine]);
  return answer.finally(() => all.set(all.get().filter((other) => other !== mine)));
}
