import type { ReactNode } from 'react';
import type { Asset } from '../../core/outcome/asset.js';
import type { GenerationRequest } from '../../core/catalog/requests.js';
import { type PromptSubmission, submissionOf } from '../../core/draft/index.js';
import type { ReuseHandlers } from '../asset-viewer/tools/subject.js';
import { type Generation, generationKind } from '../generation.js';
import type { GenerationKind } from '../../react/words/parts.js';
import { Result } from './Result.js';

/** What was made and is being made, and how the form goes on from it. */
export function Results({ generations, reuse, aspectRatio, onRetry, onEdit, onAsset }: ResultsProps): ReactNode {
  return generations.map((generation) => {
    const made = generationKind(generation);
    return (
      <Result
        key={made}
        generation={generation}
        reuse={reuse}
        aspectRatio={aspectRatio}
        onRetry={() => generation.request && onRetry(...submissionOf(made, generation.request))}
        onEdit={(request) => onEdit(request, made)}
        onAsset={onAsset}
      />
    );
  });
}

interface ResultsProps {
  generations: readonly Generation[];
  reuse: ReuseHandlers;
  /** The shape of what would be made, while nothing is. */
  aspectRatio: string | undefined;
  onRetry: (...submission: PromptSubmission) => unknown;
  /** Puts a request into the form, to change it. */
  onEdit: (request: GenerationRequest, kind: GenerationKind) => unknown;
  onAsset: ((asset: Asset) => unknown) | undefined;
}
