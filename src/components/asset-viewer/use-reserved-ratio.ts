import { useState } from 'react';
import type { GenerationRequest } from '../../core/catalog/requests.js';

/**
 * The shape that the frames had while there was nothing in them yet: the result of the same request
 * keeps it, also where the model gave it another one by a few pixels, so that nothing moves. Where no
 * request told a shape, nothing was reserved.
 */
export function useReservedRatio(isEmpty: boolean, request: GenerationRequest | undefined, ratio: number): number | undefined {
  const [reserved, setReserved] = useState<{ request: GenerationRequest; ratio: number }>();
  if (isEmpty && request !== undefined && (reserved?.request !== request || reserved?.ratio !== ratio)) setReserved({ request, ratio });
  return !isEmpty && reserved?.request === request ? reserved?.ratio : undefined;
}
