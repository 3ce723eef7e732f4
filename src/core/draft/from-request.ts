import type { GenerationRequest, ImageEditInput, ImageRequest, VideoRequest } from '../catalog/requests.js';
import { ratioOf } from '../catalog/shape.js';
import type { PromptDraft } from './draft.js';

/**
 * The draft that asks for the same: what a request left to the model is left to it again. Pure.
 *
 * @param before keeps the model that it names for the other kind
 */
export function draftFrom(request: GenerationRequest, kind: PromptDraft['kind'], before?: PromptDraft): PromptDraft {
  // The fields of every kind: a request holds only its own.
  const all = { ...(request as ImageRequest & Partial<ImageEditInput>), ...(request as VideoRequest) };
  const { model, imageUrl, image = imageUrl, ...fields } = all;
  const { size, aspectRatio = size !== undefined && /^\d+x\d+$/.test(size) ? ratioOf(size) : undefined } = fields;
  return { ...fields, kind, aspectRatio, image, models: { ...before?.models, [kind]: model } };
}
