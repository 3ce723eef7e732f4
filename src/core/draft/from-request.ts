import { ratioOf } from '../recommend/variants.js';
import type { GenerationRequest, ImageRequest, VideoRequest } from '../requests.js';
import type { PromptDraft } from './draft.js';

/**
 * The draft that asks for the same: what a request left to the model is left to it again. Pure.
 *
 * @param before keeps the model that it names for the other kind
 */
export function draftFrom(request: GenerationRequest, kind: PromptDraft['kind'], before?: PromptDraft): PromptDraft {
  // Both kinds' fields: a request holds only its own.
  const { model, imageUrl, ...fields } = { ...(request as ImageRequest), ...(request as VideoRequest) };
  const { size, aspectRatio = size !== undefined && /^\d+x\d+$/.test(size) ? ratioOf(size) : undefined } = fields;
  return { ...fields, kind, aspectRatio, image: imageUrl, models: { ...before?.models, [kind]: model } };
}
