import type { ImageEditRequest } from '../images.js';
import type { RecommendationBrief } from '../recommend/brief.js';
import type { ImageRequest, VideoRequest } from '../requests.js';
import type { PromptDraft } from './draft.js';
import type { DraftFields } from './fields.js';
import { type DraftValues, fitDraft } from './fit.js';

/** What a form asks for: an image, a video, or an image that starts from one. */
export type PromptRequest = ImageRequest | ImageEditRequest | VideoRequest;

/** Which call takes the request. */
export type PromptCall = 'image' | 'edit' | 'video';

/**
 * The request that says this. A file that a video starts from has no place in it: put where the
 * gateway can read it, its address has.
 */
export function requestOf({ kind, prompt }: Pick<PromptDraft, 'kind' | 'prompt'>, model: string, values: DraftValues): PromptRequest {
  const { image, aspectRatio, ...rest } = values;
  const shared = { model, prompt: prompt.trim(), ...rest };
  // A size has its shape already; beside it, another word for the shape could contradict.
  const shape = aspectRatio === undefined || values.size !== undefined ? {} : { aspectRatio };
  if (kind === 'video') return { ...shared, ...shape, ...(typeof image === 'string' && { imageUrl: image }) } as VideoRequest;
  return { ...shared, ...shape, ...(typeof image === 'object' && { image }) } as ImageRequest | ImageEditRequest;
}

export function callOf({ kind }: Pick<PromptDraft, 'kind'>, request: PromptRequest): PromptCall {
  if (kind === 'video') return 'video';
  return 'image' in request ? 'edit' : 'image';
}

/**
 * What to ask the recommendation while the model is left to it: the prompt and every wish that some
 * model grants.
 *
 * @param fields `commonFields` of the models that may be chosen
 */
export function briefOf(draft: PromptDraft, fields: DraftFields, models: readonly string[]): RecommendationBrief {
  const { values } = fitDraft(draft, fields);
  const wished = <Name extends 'aspectRatio' | 'resolution' | 'n' | 'durationSeconds' | 'seed'>(name: Name) =>
    draft[name] === undefined ? undefined : values[name];
  return {
    kind: draft.kind,
    prompt: draft.prompt,
    aspectRatio: wished('aspectRatio'),
    resolution: wished('resolution'),
    n: wished('n'),
    durationSeconds: wished('durationSeconds'),
    seed: wished('seed'),
    imageInit: values.image === undefined ? undefined : true,
    models,
  };
}

/** The draft without what nobody can ask for while the model is left to the recommendation; the wishes wait. */
export function openDraft(draft: PromptDraft): PromptDraft {
  const { size: _size, quality: _quality, style: _style, stylePreset: _preset, motionIntensity: _motion, outputFormat: _format, outputCompression: _compression, ...rest } = draft;
  return rest;
}
