import { useMemo } from 'react';
import type { GenerationProgress } from '../../core/places/states.js';

/** The moments that move the clock and the bar, the same object for as long as they say the same. */
export function useMoments({ submittedAt, expectedSeconds }: GenerationProgress): GenerationProgress {
  const said = JSON.stringify({ submittedAt, expectedSeconds });
  return useMemo(() => JSON.parse(said) as GenerationProgress, [said]);
}
