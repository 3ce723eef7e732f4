import { useMemo } from 'react';
import type { GenerationProgress } from '../../core/results.js';

/** The moments that move the clock and the bar, the same object for as long as they say the same. */
export function useMoments({ submittedAt, expectedSeconds }: GenerationProgress): GenerationProgress {
  const { min, max, source } = expectedSeconds ?? {};
  return useMemo(
    () => ({
      submittedAt,
      expectedSeconds: min === undefined || max === undefined || source === undefined ? undefined : { min, max, source },
    }),
    [submittedAt, min, max, source],
  );
}
