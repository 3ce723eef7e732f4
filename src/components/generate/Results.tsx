import type { ReactNode } from 'react';
import type { Asset } from '../../core/outcome/asset.js';
import { draftFrom, type PromptDraft, type PromptSubmission, submissionOf, takesReference, withReference } from '../../core/draft/index.js';
import type { ModelEntry } from '../../core/catalog/models.js';
import { type Generation, generationKind } from '../generation.js';
import { Result } from './Result.js';

/** What was made and is being made, and how the form goes on from it. */
export function Results({ generations, draft, models, takesFrames, aspectRatio, onRetry, onFill, onAsset }: ResultsProps): ReactNode {
  // A first frame stands in the form where files can be put somewhere; else a picture makes another picture.
  const startsHere = draft.kind === 'video' && takesFrames ? 'video' : 'image';
  const canStart = models.some((model) => model.kind === startsHere && takesReference(model));
  return generations.map((generation) => {
    const made = generationKind(generation);
    return (
      <Result
        key={made}
        generation={generation}
        aspectRatio={aspectRatio}
        onRetry={() => generation.request && onRetry(...submissionOf(made, generation.request))}
        onFill={(next) => onFill(draftFrom(next, made, draft))}
        onReference={canStart ? ({ url }) => onFill(withReference({ ...draft, kind: startsHere }, url, models)) : undefined}
        onAsset={onAsset}
      />
    );
  });
}

interface ResultsProps {
  generations: readonly Generation[];
  draft: PromptDraft;
  models: readonly ModelEntry[];
  /** Whether a file can be put where the gateway can read it. */
  takesFrames: boolean;
  /** The shape of what would be made, while nothing is. */
  aspectRatio: string | undefined;
  onRetry: (...submission: PromptSubmission) => unknown;
  /** Puts this into the form. */
  onFill: (draft: PromptDraft) => void;
  onAsset: ((asset: Asset) => unknown) | undefined;
}
