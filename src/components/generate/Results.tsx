import type { ReactNode } from 'react';
import type { Asset } from '../../core/outcome/asset.js';
import { draftFrom, type PromptDraft, type PromptSubmission, submissionOf, takesReference, withReference } from '../../core/draft/index.js';
import type { ClipRequest } from '../../core/draft/clip-request.js';
import type { ModelEntry } from '../../core/catalog/models.js';
import { type Generation, generationKind } from '../generation.js';
import { Result } from './Result.js';

/** What was made and is being made, and how the form goes on from it. */
export function Results({ generations, draft, models, takesFrames, makesClips, aspectRatio, onRetry, onFill, onAsset }: ResultsProps): ReactNode {
  // A first frame stands in the form where files can be put somewhere; else a picture makes another picture.
  const startsHere = draft.kind === 'video' && takesFrames ? 'video' : 'image';
  const canFilm = makesClips && models.some((model) => model.kind === 'video' && takesReference(model));
  const canStart = models.some((model) => model.kind === startsHere && takesReference(model));
  const film = ({ model, imageUrl, parent, ...wishes }: ClipRequest) => {
    // A picture says nothing of how it is to be filmed.
    const next = model === undefined ? { ...draft, prompt: wishes.prompt } : draftFrom({ model, ...wishes }, 'video', draft);
    onFill(withReference({ ...next, kind: 'video' }, imageUrl, models, parent));
  };
  return generations.map((generation) => {
    const made = generationKind(generation);
    return (
      <Result
        key={made}
        generation={generation}
        aspectRatio={aspectRatio}
        onRetry={() => generation.request && onRetry(...submissionOf(made, generation.request))}
        onFill={(next) => onFill(draftFrom(next, made, draft))}
        onReference={canStart ? ({ url }, parent) => onFill(withReference({ ...draft, kind: startsHere }, url, models, parent)) : undefined}
        onClip={canFilm ? film : undefined}
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
  /** Whether the form makes clips. */
  makesClips: boolean;
  /** The shape of what would be made, while nothing is. */
  aspectRatio: string | undefined;
  onRetry: (...submission: PromptSubmission) => unknown;
  /** Puts this into the form. */
  onFill: (draft: PromptDraft) => void;
  onAsset: ((asset: Asset) => unknown) | undefined;
}
