import { useMemo } from 'react';
import type { GenerationProgress } from '../../core/places/states.js';

/** The moments that move the clock and the bar, the same object for as long as they say the same. */
export function useMoments({ submittedAt, expectedSeconds }: GenerationProgress): GenerationProgress {
  const said = Object.values({ submittedAt, ...expectedSeconds }).join();
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- what says the same is the same, though it is another object
  return useMemo(() => ({ submittedAt, expectedSeconds }), [said]);
}
