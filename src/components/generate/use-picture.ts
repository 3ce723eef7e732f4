import { useState } from 'react';
import type { PromptSubmission } from '../../core/draft/index.js';
import type { ImageEditResult, ImageGenerationResult } from '../../react/hook-results.js';

/** What a panel shows of its pictures: one state, of whichever was asked for last. */
interface Picture {
  state: ImageGenerationResult | ImageEditResult;
  /** Draws, or makes one picture of another. */
  start: (...submission: Exclude<PromptSubmission, [unknown, 'video']>) => unknown;
}

/** A picture that is drawn and one that is made from another are two hooks, and one place of the panel. */
export function usePicture(drawn: ImageGenerationResult, edited: ImageEditResult): Picture {
  const [call, setCall] = useState<'image' | 'edit'>('image');
  return {
    state: call === 'edit' ? edited : drawn,
    start(...submission) {
      setCall(submission[1]);
      return submission[1] === 'edit' ? edited.generate(submission[0]) : drawn.generate(submission[0]);
    },
  };
}
