import type { ModelEntry } from '../../core/catalog/models.js';
import type { GenerationRequest } from '../../core/catalog/requests.js';
import { draftFrom, type PromptDraft, takesReference, withReference } from '../../core/draft/index.js';
import type { Asset } from '../../core/outcome/asset.js';
import type { ReuseHandlers } from '../asset-viewer/tools/subject.js';

interface ReuseIn {
  draft: PromptDraft;
  models: readonly ModelEntry[];
  /** Whether a file can be put where the gateway can read it. */
  takesFrames: boolean;
  /** Whether the form makes clips. */
  makesClips: boolean;
}

/** How a form goes on from any result, this page's or one of before: each puts another draft into it. Those that no model can do are absent. */
export function reuseIn({ draft, models, takesFrames, makesClips }: ReuseIn, fill: (draft: PromptDraft) => void): ReuseHandlers {
  // A first frame stands in the form where files can be put somewhere; else a picture makes another picture.
  const startsHere = draft.kind === 'video' && takesFrames ? 'video' : 'image';
  const canStart = models.some((model) => model.kind === startsHere && takesReference(model));
  const canFilm = makesClips && models.some((model) => model.kind === 'video' && takesReference(model));
  const again = (request: GenerationRequest, { kind }: Asset) => fill(draftFrom(request, kind, draft));
  return {
    remix: again,
    sameSeed: again,
    variations: again,
    reference: canStart ? ({ parent }, { url }) => fill(withReference({ ...draft, kind: startsHere }, url, models, parent)) : undefined,
    clip: canFilm
      ? ({ model, imageUrl, parent, ...wishes }) => {
          // A picture says nothing of how it is to be filmed.
          const next = model === undefined ? { ...draft, prompt: wishes.prompt } : draftFrom({ model, ...wishes }, 'video', draft);
          fill(withReference({ ...next, kind: 'video' }, imageUrl, models, parent));
        }
      : undefined,
  };
}
